package net.niner.status.web.maintenance;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.niner.status.maintenance.MaintenanceWindow;
import net.niner.status.maintenance.MaintenanceWindows;
import net.niner.status.post.Title;
import net.niner.status.web.desk.DeskItem;
import net.niner.status.web.desk.DeskItem.Urgency;
import net.niner.status.web.desk.DeskItems;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.Words;

/** The windows that are overdue, that run, and that begin within a day. */
@RequestScoped
public class MaintenanceDeskItems implements DeskItems {

    private static final Duration SOON = Duration.ofDays(1);
    private static final int MOST = 20;

    @EJB
    private MaintenanceWindows windows;

    @Inject
    private Visitor visitor;

    @Inject
    private Clock clock;

    @Override
    public List<DeskItem> items() {
        Instant now = clock.instant();
        Words words = visitor.words();
        List<DeskItem> items = new ArrayList<>();
        for (MaintenanceWindow window : windows.active()) {
            boolean late = window.isOverdue(now);
            items.add(item(
                    late ? Urgency.SOON : Urgency.LATER,
                    late
                            ? words.of("maintenance.desk.late", subject(window))
                            : words.of("maintenance.desk.runs", subject(window)),
                    words.of(
                            "maintenance.desk.until",
                            visitor.moment(window.plannedUntil()).text()),
                    window.from(),
                    window));
        }
        for (MaintenanceWindow window : windows.upcoming()) {
            boolean late = window.isOverdue(now);
            if (window.plannedFrom().isBefore(now.plus(SOON))) {
                items.add(item(
                        late ? Urgency.SOON : Urgency.LATER,
                        late
                                ? words.of("maintenance.desk.unbegun", subject(window))
                                : words.of("maintenance.desk.soon", subject(window)),
                        words.of(
                                "maintenance.desk.from",
                                visitor.moment(window.plannedFrom()).text()),
                        null,
                        window));
            }
        }
        return items.subList(0, Math.min(MOST, items.size()));
    }

    private DeskItem item(Urgency urgency, String text, String detail, Instant since, MaintenanceWindow window) {
        return new DeskItem(
                urgency,
                text,
                detail,
                since,
                visitor.text("maintenance.desk.look"),
                "/admin/maintenance-window?id=" + window.id());
    }

    private static String subject(MaintenanceWindow window) {
        return Title.of(window.codes(), window.title());
    }
}
