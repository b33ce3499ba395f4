package net.niner.status.web.notice;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import net.niner.status.notice.Alert;
import net.niner.status.notice.AlertSeverity;
import net.niner.status.notice.Alerts;
import net.niner.status.web.desk.DeskItem;
import net.niner.status.web.desk.DeskItem.Urgency;
import net.niner.status.web.desk.DeskItems;
import net.niner.status.web.platform.Visitor;

/** Alerts that nobody looks after, for those who could. */
@RequestScoped
public class AlertDeskItems implements DeskItems {

    private static final int NAMED = 3;

    @EJB
    private Alerts alerts;

    @Inject
    private Visitor visitor;

    /** One item for all: what is down stands on the desk by itself. */
    @Override
    public List<DeskItem> items() {
        List<Alert> open = alerts.mayAcknowledge()
                ? alerts.lasting().stream()
                        .filter(alert -> alert.isOpen() && alert.told() > 0)
                        .toList()
                : List.of();
        return open.isEmpty() ? List.of() : List.of(item(open));
    }

    private DeskItem item(List<Alert> open) {
        boolean minor = open.stream().allMatch(alert -> alert.severity() == AlertSeverity.MINOR);
        return new DeskItem(
                minor ? Urgency.LATER : Urgency.SOON,
                visitor.format("subscribe.alerts.desk", open.size()),
                open.stream().limit(NAMED).map(Alert::subject).collect(Collectors.joining(", ")),
                open.stream().map(Alert::began).min(Instant::compareTo).orElseThrow(),
                visitor.text("subscribe.alerts.look"),
                "/admin/alerts");
    }
}
