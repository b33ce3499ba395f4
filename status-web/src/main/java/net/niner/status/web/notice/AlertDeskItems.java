package net.niner.status.web.notice;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
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

    @EJB
    private Alerts alerts;

    @Inject
    private Visitor visitor;

    @Override
    public List<DeskItem> items() {
        return alerts.mayAcknowledge()
                ? alerts.lasting().stream()
                        .filter(alert -> alert.isOpen() && alert.told() > 0)
                        .map(this::item)
                        .toList()
                : List.of();
    }

    private DeskItem item(Alert alert) {
        return new DeskItem(
                alert.severity() == AlertSeverity.MINOR ? Urgency.LATER : Urgency.SOON,
                visitor.format("subscribe.alerts.desk", alert.subject()),
                alert.cause(),
                alert.began(),
                visitor.text("subscribe.alerts.look"),
                "/admin/alerts");
    }
}
