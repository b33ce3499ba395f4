package net.niner.status.web.maintenance;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.niner.status.maintenance.MaintenanceChanges;
import net.niner.status.maintenance.MaintenanceNews;
import net.niner.status.maintenance.MaintenanceState;
import net.niner.status.maintenance.MaintenanceWindow;
import net.niner.status.maintenance.MaintenanceWindows;
import net.niner.status.maintenance.Overlap;
import net.niner.status.web.account.Me;
import net.niner.status.web.platform.Feedback;
import net.niner.status.web.platform.Moment;
import net.niner.status.web.platform.Visitor;
import org.omnifaces.util.Faces;
import org.primefaces.event.schedule.ScheduleEntryMoveEvent;
import org.primefaces.event.schedule.ScheduleEntryResizeEvent;
import org.primefaces.model.DefaultScheduleEvent;
import org.primefaces.model.DefaultScheduleModel;
import org.primefaces.model.ScheduleEvent;
import org.primefaces.model.ScheduleModel;

/**
 * The page at {@code /admin/maintenance}: a calendar in which windows are dragged, and a table that does the same by keyboard. What is dragged is only proposed:
 * somebody confirms it, who then knows what it means.
 */
@Named
@ViewScoped
public class MaintenanceDesk implements Serializable {

    private static final long serialVersionUID = 1;
    private static final int PAST = 20;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);

    @Inject
    private transient MaintenanceWindows windows;

    @Inject
    private transient MaintenanceChanges changes;

    @Inject
    private transient Clock clock;

    @Inject
    private Me me;

    @Inject
    private Visitor visitor;

    private boolean week;
    private LocalDate day;
    private ScheduleModel calendar;
    private transient List<WindowLine> open;
    private transient List<WindowLine> past;
    private Proposal proposal;
    private String news;

    /** Another time for a window, not yet agreed to. */
    public record Proposal(
            long id, int version, String title, Instant oldFrom, Instant oldUntil, Instant from, Instant until)
            implements Serializable {}

    @PostConstruct
    void open() {
        week = "week".equals(Faces.getRequestParameter("view"));
        day = asked(Faces.getRequestParameter("day"));
        fill();
    }

    private LocalDate asked(String text) {
        try {
            return text == null ? today() : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return today();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private void fill() {
        forget();
        calendar = new DefaultScheduleModel();
        Instant from =
                YearMonth.from(day).minusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant until =
                YearMonth.from(day).plusMonths(2).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        for (MaintenanceWindow window : windows.between(from, until)) {
            boolean movable = me.may("MAINTENANCE") && !window.state().isOver();
            calendar.addEvent(DefaultScheduleEvent.<Long>builder()
                    .title(String.join(", ", window.codes()) + ": " + window.title())
                    .startDate(local(window.plannedFrom()))
                    .endDate(local(window.plannedUntil()))
                    .data(window.id())
                    .url("/admin/maintenance-window?id=" + window.id())
                    .styleClass("window " + window.state())
                    .draggable(movable && window.state() == MaintenanceState.PLANNED)
                    .resizable(movable)
                    .editable(movable)
                    .overlapAllowed(true)
                    .build());
        }
    }

    /** The next look reads anew. */
    private void forget() {
        open = null;
        past = null;
    }

    private static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    public void moved(ScheduleEntryMoveEvent event) {
        propose(event.getScheduleEvent(), event.getDeltaAsDuration(), event.getDeltaAsDuration());
    }

    public void resized(ScheduleEntryResizeEvent event) {
        propose(event.getScheduleEvent(), event.getDeltaStartAsDuration(), event.getDeltaEndAsDuration());
    }

    private void propose(ScheduleEvent<?> event, Duration atTheStart, Duration atTheEnd) {
        propose((Long) event.getData(), atTheStart, atTheEnd);
    }

    public void dayEarlier(long id) {
        propose(id, DAY.negated(), DAY.negated());
    }

    public void dayLater(long id) {
        propose(id, DAY, DAY);
    }

    public void longer(long id) {
        propose(id, Duration.ZERO, HALF_HOUR);
    }

    private void propose(long id, Duration atTheStart, Duration atTheEnd) {
        MaintenanceWindow window = windows.find(id).orElseThrow();
        forget();
        news = null;
        proposal = new Proposal(
                id,
                window.version(),
                window.title(),
                window.plannedFrom(),
                window.plannedUntil(),
                window.plannedFrom().plus(atTheStart),
                window.plannedUntil().plus(atTheEnd));
    }

    /** Moves it to where it was dragged. */
    public void confirm() {
        changes.move(
                proposal.id(), proposal.version(), proposal.from(), proposal.until(), new MaintenanceNews("", news));
        Feedback.say(
                "maintenance.moved",
                proposal.title(),
                visitor.moment(proposal.from()).text());
        leave();
    }

    /** Puts it back. */
    public void leave() {
        proposal = null;
        news = null;
        fill();
    }

    public List<Overlap> getOverlaps() {
        return proposal == null
                ? List.of()
                : windows.find(proposal.id())
                        .map(window -> windows.overlaps(window.codes(), proposal.from(), proposal.until(), window.id()))
                        .orElse(List.of());
    }

    public Proposal getProposal() {
        return proposal;
    }

    /** The English of a calendar whose weeks begin on Monday, with the day before the month, as all pages write it. */
    public Locale getLocale() {
        Locale spoken = visitor.getLanguage().locale();
        return spoken.equals(Locale.ENGLISH) ? Locale.UK : spoken;
    }

    public Moment moment(Instant at) {
        return visitor.moment(at);
    }

    /** Those that run, and those that are planned. */
    public List<WindowLine> getOpen() {
        if (open == null) {
            Instant now = clock.instant();
            open = Stream.concat(windows.active().stream(), windows.upcoming().stream())
                    .map(window -> WindowLine.of(window, now, visitor))
                    .toList();
        }
        return open;
    }

    public List<WindowLine> getPast() {
        if (past == null) {
            Instant now = clock.instant();
            past = windows.past(0, PAST).rows().stream()
                    .map(window -> WindowLine.of(window, now, visitor))
                    .toList();
        }
        return past;
    }

    public ScheduleModel getCalendar() {
        return calendar;
    }

    public boolean isWeek() {
        return week;
    }

    public LocalDate getDay() {
        return day;
    }

    public String getHeading() {
        return DateTimeFormatter.ofPattern(
                        week ? "d MMMM yyyy" : "MMMM yyyy",
                        visitor.getLanguage().locale())
                .format(week ? day.with(DayOfWeek.MONDAY) : day);
    }

    public LocalDate getBefore() {
        return week ? day.minusWeeks(1) : day.minusMonths(1);
    }

    public LocalDate getAfter() {
        return week ? day.plusWeeks(1) : day.plusMonths(1);
    }

    public String getNews() {
        return news;
    }

    public void setNews(String news) {
        this.news = news;
    }
}
