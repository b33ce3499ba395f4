package net.niner.status.web.notice;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.niner.status.notice.Alert;
import net.niner.status.notice.AlertHours;
import net.niner.status.notice.AlertHoursSetting;
import net.niner.status.notice.Alerts;
import net.niner.status.platform.ChangedMeanwhile;
import net.niner.status.web.platform.Feedback;
import net.niner.status.web.platform.Visitor;

/** What the owners are alarmed about, and when they want to sleep. */
@Named
@ViewScoped
public class AlertsPage implements Serializable {

    private static final long serialVersionUID = 1;

    private static final int MOST = 50;

    @Inject
    private transient Alerts alerts;

    @Inject
    private transient AlertHoursSetting setting;

    @Inject
    private Visitor visitor;

    private String from;
    private String until;
    private String zone;
    private int version;

    @PostConstruct
    void read() {
        AlertHours hours = setting.current();
        from = hours.from().toString();
        until = hours.until().toString();
        zone = hours.zone().getId();
        version = hours.version();
    }

    public List<Alert> getLasting() {
        return alerts.lasting();
    }

    public List<Alert> getOver() {
        return alerts.closed(MOST);
    }

    public boolean isMayAcknowledge() {
        return alerts.mayAcknowledge();
    }

    public void acknowledge(long id) {
        if (alerts.acknowledge(id)) {
            Feedback.say("subscribe.alerts.acknowledge.done");
        } else {
            Feedback.complain("subscribe.alerts.acknowledge.late");
        }
    }

    /** In words: since when, and who looks after it. */
    public String standing(Alert alert) {
        String since = alert.closed()
                .map(at -> visitor.format(
                        "subscribe.alerts.until",
                        visitor.moment(alert.began()).text(),
                        visitor.moment(at).text()))
                .orElseGet(() -> visitor.format(
                        "subscribe.alerts.since", visitor.moment(alert.began()).text()));
        String care = alert.acknowledgedBy() == null
                ? ""
                : " "
                        + visitor.format(
                                "subscribe.alerts.acknowledged",
                                alert.acknowledgedBy(),
                                visitor.moment(alert.acknowledgedAt()).timeOfDay());
        return since + ". " + visitor.format("subscribe.alerts.told", alert.told()) + care;
    }

    /** Stores the quiet hours. */
    public void save() {
        LocalTime begin = time("hours:from", from);
        LocalTime end = time("hours:until", until);
        ZoneId where = zone();
        if (begin == null || end == null || where == null) {
            return;
        }
        try {
            setting.change(new AlertHours(begin, end, where, version));
            Feedback.say("subscribe.alerts.hours.saved");
        } catch (ChangedMeanwhile meanwhile) {
            Feedback.complain("subscribe.alerts.hours.changed");
        }
        read();
    }

    private static LocalTime time(String field, String text) {
        try {
            return LocalTime.parse(String.valueOf(text));
        } catch (DateTimeException e) {
            Feedback.complainAt(field, "subscribe.alerts.hours.wrong");
            return null;
        }
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(String.valueOf(zone).strip());
        } catch (DateTimeException e) {
            Feedback.complainAt("hours:zone", "subscribe.alerts.zone.wrong");
            return null;
        }
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }
}
