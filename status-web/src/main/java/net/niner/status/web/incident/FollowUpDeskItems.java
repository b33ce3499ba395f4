package net.niner.status.web.incident;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.niner.status.incident.FollowUp;
import net.niner.status.incident.FollowUps;
import net.niner.status.web.desk.DeskItem;
import net.niner.status.web.desk.DeskItem.Urgency;
import net.niner.status.web.desk.DeskItems;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.Words;

/** Promises whose day has passed, or comes within a week. */
@RequestScoped
public class FollowUpDeskItems implements DeskItems {

    private static final int DAYS_BEFORE = 7;
    private static final int MOST = 10;
    private static final String BOARD = "/admin/follow-ups";

    @EJB
    private FollowUps followUps;

    @Inject
    private Visitor visitor;

    @Inject
    private Days days;

    @Override
    public List<DeskItem> items() {
        LocalDate today = followUps.today();
        List<FollowUp> due = followUps.dueUntil(today.plusDays(DAYS_BEFORE));
        List<DeskItem> items = new ArrayList<>();
        due.stream().limit(MOST).map(promise -> item(promise, today)).forEach(items::add);
        if (due.size() > MOST) {
            items.add(new DeskItem(
                    due.get(MOST).isOverdue(today) ? Urgency.SOON : Urgency.LATER,
                    visitor.words().of("followup.desk.more", due.size() - MOST),
                    "",
                    null,
                    visitor.words().of("desk.look"),
                    BOARD));
        }
        return items;
    }

    private DeskItem item(FollowUp promise, LocalDate today) {
        Words words = visitor.words();
        LocalDate due = promise.due().orElseThrow();
        boolean overdue = promise.isOverdue(today);
        return new DeskItem(
                overdue ? Urgency.SOON : Urgency.LATER,
                words.of(overdue ? "followup.desk.overdue" : "followup.desk.due", promise.text()),
                words.of("followup.desk.detail", promise.owner(), days.text(due)),
                overdue ? due.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant() : null,
                words.of("desk.look"),
                BOARD + "#follow-up-" + promise.id());
    }
}
