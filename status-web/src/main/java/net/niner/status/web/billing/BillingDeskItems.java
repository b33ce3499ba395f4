package net.niner.status.web.billing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import net.niner.status.billing.Clients;
import net.niner.status.billing.InvoiceRuns;
import net.niner.status.billing.RunLine;
import net.niner.status.billing.RunState;
import net.niner.status.notice.OwnerTasks;
import net.niner.status.web.account.Me;
import net.niner.status.web.desk.DeskItem;
import net.niner.status.web.desk.DeskItem.Urgency;
import net.niner.status.web.desk.DeskItems;
import net.niner.status.web.platform.Visitor;

/** The runs that are late or due, what the owner must do, and services about to expire that nobody billed: for those who see clients. */
@RequestScoped
public class BillingDeskItems implements DeskItems {

    /** A service that expires within so many days hurts now. */
    private static final int NOW_DAYS = 7;

    @EJB
    private InvoiceRuns runs;

    @EJB
    private Clients clients;

    @EJB
    private OwnerTasks tasks;

    @Inject
    private Me me;

    @Inject
    private Visitor visitor;

    @Inject
    private BillingDays days;

    @Override
    public List<DeskItem> items() {
        List<DeskItem> items = new ArrayList<>();
        if (!me.may("BILLING")) {
            return items;
        }
        LocalDate today = runs.today();
        for (RunLine run : runs.due()) {
            if (run.state() == RunState.LATE) {
                items.add(late(run, today));
            } else {
                items.add(item(
                        Urgency.LATER,
                        visitor.format("billing.desk.due", days.brief(run.billDay())),
                        visitor.format("billing.late.what", run.missing(), run.clients()),
                        "billing.desk.look",
                        "/admin/billing-run?id=" + run.id()));
            }
        }
        int open = tasks.countOpen();
        if (open > 0) {
            items.add(item(
                    Urgency.SOON,
                    visitor.format("billing.desk.tasks", open),
                    "",
                    "billing.desk.look",
                    "/admin/billing"));
        }
        int unbilled = clients.expiringUnbilled();
        if (unbilled > 0) {
            items.add(item(
                    Urgency.SOON,
                    visitor.format("billing.desk.unbilled", unbilled),
                    visitor.text("billing.desk.unbilled.what"),
                    "billing.desk.look",
                    "/admin/clients?unbilled=true"));
        }
        return items;
    }

    private DeskItem late(RunLine run, LocalDate today) {
        boolean now =
                run.daysUntilItHurts(today).filter(left -> left <= NOW_DAYS).isPresent();
        String missing = visitor.format("billing.late.what", run.missing(), run.clients());
        return item(
                now ? Urgency.NOW : Urgency.SOON,
                visitor.format(
                        "billing.desk.late", days.brief(run.billDay()), ChronoUnit.DAYS.between(run.billDay(), today)),
                run.hurtsOn() == null
                        ? missing
                        : missing + " " + visitor.format("billing.desk.hurts", days.hurts(run, today)),
                run.promisedOn() == null ? "billing.desk.promise" : "billing.desk.look",
                "/admin/billing-run?id=" + run.id());
    }

    private DeskItem item(Urgency urgency, String text, String detail, String action, String address) {
        return new DeskItem(urgency, text, detail, null, visitor.text(action), address);
    }
}
