package net.niner.status.billing;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import net.niner.status.notice.KnownNotices;
import net.niner.status.notice.NoticeKey;
import net.niner.status.notice.Recipient;
import net.niner.status.setting.ChosenSettings;

/**
 * Looks after the invoice runs of a day: any number of times with the same outcome, and after days on which nobody looked as if somebody had, but
 * that of several notices about the same thing only the last is sent.
 */
@Stateless
public class InvoiceWatch {

    private static final int CLIENTS_AT_ONCE = 1000;

    /** After midnight, lest a clock that is a moment behind still has the day before. */
    private static final Duration AFTER_MIDNIGHT = Duration.ofMinutes(5);

    @EJB
    private WatchSteps steps;

    @EJB
    private BillingPolicies policies;

    @EJB
    private BillingOptions options;

    @EJB
    private KnownNotices known;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Inject
    private ChosenSettings settings;

    @Inject
    private Clock clock;

    /**
     * Marks runs, drafts posts and enqueues notices, in many short transactions; a dry run changes nothing and only says what would be. What came
     * after that day counts as not come: an invoice that was issued later is not issued yet, a run that was completed later is still open.
     *
     * @param today in the company's zone
     * @throws InvalidWatchDay for a day to come, or one before the last that was watched, unless it is a dry run
     */
    @TransactionAttribute(NOT_SUPPORTED)
    public WatchReport watch(LocalDate today, boolean dryRun) {
        LocalDate real = policies.today();
        if (today.isAfter(real) && !dryRun) {
            throw InvalidWatchDay.toCome(today);
        }
        if (today.isBefore(real)
                && !dryRun
                && options.watchedOn().map(today::isBefore).orElse(true)) {
            throw InvalidWatchDay.passed(today);
        }
        ZoneId zone = policies.inForce(today).zone();
        Instant now =
                today.equals(real) ? clock.instant() : today.atStartOfDay(zone).toInstant();
        WatchDay day = new WatchDay(today, zone, now);
        return dryRun ? tryOut(day, today.isBefore(real)) : watch(day);
    }

    private WatchReport watch(WatchDay day) {
        Tally tally = steps.runs(day);
        List<Long> ids = facts(day).clientIds();
        for (int first = 0; first < ids.size(); first += CLIENTS_AT_ONCE) {
            int last = Math.min(ids.size(), first + CLIENTS_AT_ONCE) - 1;
            tally.add(steps.clients(ids.get(first), ids.get(last), day));
        }
        return report(day, false, ids.size(), tally);
    }

    private WatchReport tryOut(WatchDay day, boolean past) {
        BillingSchedule schedule = policies.schedule();
        RegisterFacts facts = facts(day);
        List<ClientFacts> clients = facts.clients(Long.MIN_VALUE, Long.MAX_VALUE, day.today()).stream()
                .map(client -> client.on(day.today(), past ? day.until() : Instant.MAX))
                .toList();
        Tally tally = new Tally();
        if (clients.stream().anyMatch(client -> !client.services().isEmpty())) {
            List<RunFacts> before = facts.runs().stream()
                    .map(run -> past ? run.rewound(day.today(), day.until(), schedule) : run)
                    .toList();
            List<RunFacts> runs = RunCourse.on(day.today(), schedule, before, clients);
            runs.stream()
                    .filter(run -> run.state() != RunState.PLANNED)
                    .filter(run -> !run.state().isOver()
                            || run.billDay().isAfter(day.today().minusMonths(2)))
                    .forEach(run -> tally.line(ReportLines.run(run) + ": " + run.state()));
            ReportLines.unbilled(runs, clients, day.today()).forEach(tally::line);
            posts(runs, schedule, day.today(), tally);
            notices(new NoticePlan(schedule, runs, day.today(), day.now()).due(clients), day, past, tally);
        }
        return report(day, true, clients.size(), tally);
    }

    private RegisterFacts facts(WatchDay day) {
        return new RegisterFacts(
                dataSource, Locale.forLanguageTag(settings.current().languages().get(0)), day.zone());
    }

    private static void posts(List<RunFacts> runs, BillingSchedule schedule, LocalDate today, Tally tally) {
        for (RunFacts run : runs) {
            int grace = schedule.policy(run.billDay()).graceDays();
            if (run.state() == RunState.LATE
                    && run.latePost() == null
                    && !today.isBefore(run.billDay().plusDays(grace + 2L))) {
                tally.line("post | everybody | " + ReportLines.run(run) + ", " + run.daysLate(today) + " days late");
            }
        }
    }

    /** Of a day that is past all are said, be they sent or not; else only those that are not in the outbox yet. */
    private void notices(List<PlannedNotice> due, WatchDay day, boolean past, Tally tally) {
        Set<String> there = new HashSet<>();
        if (!past) {
            there.addAll(known.among(due.stream()
                    .filter(notice -> notice.client() != null)
                    .map(InvoiceWatch::key)
                    .toList()));
        }
        for (PlannedNotice notice : due) {
            String line = ReportLines.of(notice, day.today());
            if (notice.held().isPresent()) {
                tally.held("held: " + line + " | " + notice.held().get());
            } else if (notice.client() != null && notice.client().address().isEmpty()) {
                tally.held("held: " + line + " | no address is known");
            } else {
                boolean fresh = notice.client() == null || !there.contains(key(notice));
                tally.planned(1, fresh ? 1 : 0);
                if (fresh) {
                    tally.line(line);
                }
            }
        }
    }

    private static String key(PlannedNotice notice) {
        return new NoticeKey(
                        notice.kind(),
                        notice.subject(),
                        Recipient.client(notice.client().id()),
                        notice.stage(),
                        notice.revision())
                .text();
    }

    private static WatchReport report(WatchDay day, boolean dryRun, int clients, Tally tally) {
        List<String> lines = new ArrayList<>(tally.lines());
        WatchReport report =
                new WatchReport(day.today(), dryRun, clients, tally.planned(), tally.fresh(), tally.held(), lines);
        lines.add(0, report.sentence());
        return new WatchReport(day.today(), dryRun, clients, tally.planned(), tally.fresh(), tally.held(), lines);
    }

    /** Shortly after the midnight, in the company's zone, that follows the last day that was watched; long ago while none was. */
    public Optional<Instant> nextDue() {
        ZoneId zone = policies.inForce(policies.today()).zone();
        return Optional.of(options.watchedOn()
                .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant().plus(AFTER_MIDNIGHT))
                .orElse(Instant.EPOCH));
    }
}
