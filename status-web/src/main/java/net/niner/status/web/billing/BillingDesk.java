package net.niner.status.web.billing;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import net.niner.status.billing.InvoiceRuns;
import net.niner.status.billing.RunLine;
import net.niner.status.billing.RunState;
import net.niner.status.notice.OwnerTask;
import net.niner.status.notice.OwnerTasks;
import net.niner.status.web.account.Me;
import net.niner.status.web.platform.Feedback;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.faces.Missing;
import org.omnifaces.util.Faces;
import org.primefaces.model.DefaultScheduleEvent;
import org.primefaces.model.DefaultScheduleModel;
import org.primefaces.model.ScheduleModel;

/** The page at {@code /admin/billing}: the runs and the days on which they hurt, what the owner must do, and what the watch did. */
@Named
@ViewScoped
public class BillingDesk implements Serializable {

    private static final long serialVersionUID = 1;
    private static final int PAST = 24;
    private static final int TASKS = 50;

    @Inject
    private transient InvoiceRuns runs;

    @Inject
    private transient OwnerTasks tasks;

    @Inject
    private Me me;

    @Inject
    private Visitor visitor;

    @Inject
    private BillingDays days;

    private LocalDate today;
    private LocalDate month;
    private ScheduleModel calendar;
    private transient List<RunLine> open;

    @PostConstruct
    void look() {
        if (!me.may("BILLING")) {
            Missing.refuse();
            return;
        }
        today = runs.today();
        month = asked(Faces.getRequestParameter("month"));
        fill();
    }

    private LocalDate asked(String text) {
        try {
            return text == null ? today : YearMonth.parse(text).atDay(1);
        } catch (DateTimeException e) {
            return today;
        }
    }

    private void fill() {
        calendar = new DefaultScheduleModel();
        YearMonth shown = YearMonth.from(month);
        // a run of a year ago may have been promised for today
        for (RunLine run :
                runs.between(shown.minusMonths(12).atDay(1), shown.plusMonths(2).atEndOfMonth())) {
            String name = visitor.format("billing.run", days.brief(run.billDay()));
            add(run, run.billDay(), name, run.state().name());
            if (run.isOpen() && run.promisedOn() != null) {
                add(run, run.promisedOn(), visitor.format("billing.calendar.promised", name), "promise");
            }
            if (run.state() == RunState.LATE && run.hurtsOn() != null) {
                add(run, run.hurtsOn(), visitor.format("billing.calendar.hurts", name), "hurts");
            }
        }
    }

    private void add(RunLine run, LocalDate day, String title, String style) {
        calendar.addEvent(DefaultScheduleEvent.<Long>builder()
                .title(title)
                .startDate(day.atStartOfDay())
                .endDate(day.plusDays(1).atStartOfDay())
                .allDay(true)
                .data(run.id())
                .url("/admin/billing-run?id=" + run.id())
                .styleClass("invoices " + style)
                .editable(false)
                .build());
    }

    /** Late ones, the one that hurts first first. */
    public List<RunLine> getLate() {
        return getOpen().stream().filter(run -> run.state() == RunState.LATE).toList();
    }

    /** Those that are to go out or should have, oldest first. */
    public List<RunLine> getOpen() {
        if (open == null) {
            open = runs.open();
        }
        return open;
    }

    /** Those that are over, latest first. */
    public List<RunLine> getPast() {
        return runs.over(PAST);
    }

    public List<OwnerTask> getTasks() {
        return tasks.open(0, TASKS);
    }

    public void done(OwnerTask task) {
        tasks.done(task.id());
        Feedback.say("billing.task.done");
    }

    public ScheduleModel getCalendar() {
        return calendar;
    }

    /** The English of a calendar whose weeks begin on Monday, with the day before the month, as all pages write it. */
    public Locale getLocale() {
        Locale spoken = visitor.getLanguage().locale();
        return spoken.equals(Locale.ENGLISH) ? Locale.UK : spoken;
    }

    public LocalDate getToday() {
        return today;
    }

    public LocalDate getMonth() {
        return month;
    }

    public String getHeading() {
        return DateTimeFormatter.ofPattern("MMMM yyyy", visitor.getLanguage().locale())
                .format(month);
    }

    public YearMonth getBefore() {
        return YearMonth.from(month).minusMonths(1);
    }

    public YearMonth getAfter() {
        return YearMonth.from(month).plusMonths(1);
    }
}
