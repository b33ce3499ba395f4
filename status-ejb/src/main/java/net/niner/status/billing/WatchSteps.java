package net.niner.status.billing;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import net.niner.status.account.Audit;
import net.niner.status.billing.PlannedNotice.Concern;
import net.niner.status.incident.PublishedIncidents;
import net.niner.status.notice.MailText;
import net.niner.status.notice.NoticeDraft;
import net.niner.status.notice.NoticeKey;
import net.niner.status.notice.NoticeKind;
import net.niner.status.notice.Notices;
import net.niner.status.notice.OwnerTasks;
import net.niner.status.notice.Owners;
import net.niner.status.notice.Recipient;
import net.niner.status.notice.TaskKind;
import net.niner.status.platform.Rows;
import net.niner.status.platform.SiteUrl;
import net.niner.status.post.Post;
import net.niner.status.post.PostState;
import net.niner.status.setting.ChosenSettings;

/** The parts of a watch, each in a transaction of its own: what it decides and what it enqueues exist together or not at all. */
@Stateless
public class WatchSteps {

    private static final int TEXT_LENGTH = 1000;

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @EJB
    private BillingPolicies policies;

    @EJB
    private LatePosts posts;

    @EJB
    private PublishedIncidents incidents;

    @EJB
    private Notices notices;

    @EJB
    private OwnerTasks tasks;

    @EJB
    private Owners owners;

    @Inject
    private ChosenSettings settings;

    @Inject
    private SiteUrl siteUrl;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** What is told to the client, or to each of the owners. */
    private record Told(PlannedNotice notice, NoticeDraft draft) {}

    private void waitForOthers() {
        Rows.query(dataSource, "select id from billing_watch where id = 1 for update", row -> row.getLong(1));
    }

    private RegisterFacts facts(WatchDay day) {
        return new RegisterFacts(dataSource, companyLanguage(), day.zone());
    }

    private Locale companyLanguage() {
        return Locale.forLanguageTag(settings.current().languages().get(0));
    }

    /** Plans the runs and moves them on, tells the public and the owner. Whoever watches at the same time waits until it is done. */
    @TransactionAttribute(REQUIRES_NEW)
    public Tally runs(WatchDay day) {
        waitForOthers();
        Tally tally = new Tally();
        BillingSchedule schedule = policies.schedule();
        RegisterFacts facts = facts(day);
        List<ClientFacts> clients = facts.clients(Long.MIN_VALUE, Long.MAX_VALUE, day.today()).stream()
                .map(client -> client.on(day.today(), Instant.MAX))
                .toList();
        List<RunKeeping.Turn> turns = new ArrayList<>();
        if (clients.stream().anyMatch(client -> !client.services().isEmpty())) {
            List<RunFacts> course = RunCourse.on(day.today(), schedule, facts.runs(), clients);
            RunKeeping keeping = new RunKeeping(em, dataSource, schedule, clock.instant());
            Map<LocalDate, InvoiceRun> runs = keeping.keep(course);
            turns.addAll(keeping.advance(course, runs));
            turns.forEach(turn -> tally.line(ReportLines.run(turn.run().billDay()) + ": " + turn.from() + " -> "
                    + turn.run().state()));
            ReportLines.unbilled(course, clients, day.today()).forEach(tally::line);
            for (RunFacts each : course) {
                LocalDate scheduled = new RunChain(course, each).scheduled();
                tellPublic(runs.get(each.billDay()), scheduled, schedule, day, tally);
            }
            em.flush();
            tellOwner(new NoticePlan(schedule, facts.runs(), day.today(), day.now()), clients, day, tally);
        }
        Rows.update(
                dataSource,
                "update billing_watch set watched_on = ? where id = 1 and (watched_on is null or watched_on < ?)",
                day.today(),
                day.today());
        turns.forEach(turn -> audit.record(
                "run.advance",
                ReportLines.run(turn.run().billDay()),
                Map.of("state", turn.from().name()),
                Map.of("state", turn.run().state().name())));
        return tally;
    }

    /** From the day after it became late on; and once it was sent. */
    private void tellPublic(InvoiceRun run, LocalDate scheduled, BillingSchedule schedule, WatchDay day, Tally tally) {
        int grace = schedule.policy(run.billDay()).graceDays();
        if (run.state() == RunState.LATE
                && run.latePostId().isEmpty()
                && !day.today().isBefore(run.billDay().plusDays(grace + 2L))) {
            Post post = posts.late(run, scheduled);
            tally.line(said(post) + ": " + post.title());
        } else if (run.state() == RunState.COMPLETED
                && run.latePostId().isPresent()
                && run.sentPostId().isEmpty()
                && posts.sent(run, scheduled)) {
            tally.line("post: " + ReportLines.run(run.billDay()) + " was sent");
        }
    }

    private static String said(Post post) {
        return post.state() == PostState.PUBLISHED ? "post published" : "post drafted";
    }

    private void tellOwner(NoticePlan plan, List<ClientFacts> clients, WatchDay day, Tally tally) {
        List<Recipient> whom = owners.recipients();
        List<RunFacts> runs = facts(day).runs();
        BillingLetters letters = letters(runs);
        List<Told> told = new ArrayList<>();
        for (PlannedNotice notice : plan.toOwner(clients)) {
            if (whom.isEmpty()) {
                tally.held("held: " + ReportLines.of(notice, day.today()) + " | nobody owns the site yet");
            }
            whom.forEach(owner -> told.add(new Told(
                    notice,
                    draft(notice, owner, toOwner(notice, letters, runs, clients, day, owner.language()), day))));
            if (notice.kind() == NoticeKind.EXPIRY_UNBILLED) {
                raise(notice);
            }
        }
        enqueue(told, day, tally);
    }

    private static MailText toOwner(
            PlannedNotice notice,
            BillingLetters letters,
            List<RunFacts> runs,
            List<ClientFacts> clients,
            WatchDay day,
            Locale language) {
        if (notice.kind() == NoticeKind.EXPIRY_UNBILLED) {
            return letters.unbilled(notice, language);
        }
        RunFacts run = notice.run();
        RunCourse.Billed billed = new RunCourse.Billed(runs);
        LocalDate first = clients.stream()
                .flatMap(client ->
                        client.covered(run.coverage()).stream().filter(service -> !billed.is(client, service)))
                .map(ServiceFacts::expiresOn)
                .min(LocalDate::compareTo)
                .orElse(run.coverage().from());
        return letters.runLate(run, RunCourse.unbilled(run, runs, clients), first, day.today(), language);
    }

    /** A task for each client, however many of their services expire on that day. */
    private void raise(PlannedNotice notice) {
        Map<ClientFacts, List<String>> byClient = new LinkedHashMap<>();
        for (Concern concern : notice.concerns()) {
            byClient.computeIfAbsent(concern.client(), client -> new ArrayList<>())
                    .add(concern.service().name());
        }
        byClient.forEach((client, services) -> tasks.raise(
                TaskKind.EXPIRY_UNBILLED,
                "unbilled|client:" + client.id() + "|" + notice.subject(),
                client.id(),
                cut("Contact them, and renew on credit where you can: without an invoice, and expiring on "
                        + ReportLines.full(notice.services().get(0).expiresOn()) + ": "
                        + String.join(", ", services))));
    }

    /** Tells the clients whose ids are within these, both included. */
    @TransactionAttribute(REQUIRES_NEW)
    public Tally clients(long from, long to, WatchDay day) {
        waitForOthers();
        Tally tally = new Tally();
        RegisterFacts facts = facts(day);
        List<RunFacts> runs = facts.runs();
        NoticePlan plan = new NoticePlan(policies.schedule(), runs, day.today(), day.now());
        BillingLetters letters = letters(runs);
        List<Told> told = new ArrayList<>();
        for (ClientFacts client : facts.clients(from, to, day.today())) {
            // what was told counts, also where its mail waits for the morning after this day
            for (PlannedNotice notice : plan.to(client.on(day.today(), Instant.MAX))) {
                if (notice.held().isPresent()) {
                    tally.held("held: " + ReportLines.of(notice, day.today()) + " | "
                            + notice.held().get());
                } else if (client.address().isEmpty()) {
                    tally.held("held: " + ReportLines.of(notice, day.today()) + " | no address is known");
                    tasks.raise(
                            TaskKind.UNREACHABLE,
                            "unreachable|client:" + client.id() + "|" + notice.kind() + "|" + notice.subject() + "|"
                                    + notice.stage() + "|" + notice.revision(),
                            client.id(),
                            cut("No address of mail is known. Tell them by other means: " + ReportLines.kind(notice)
                                    + ", " + ReportLines.about(notice, day.today())));
                } else {
                    told.add(new Told(notice, draft(notice, recipient(client), letters.write(notice), day)));
                }
            }
        }
        enqueue(told, day, tally);
        remember(told, runs);
        return tally;
    }

    private static Recipient recipient(ClientFacts client) {
        return new Recipient(
                Recipient.client(client.id()), client.address().orElseThrow(), client.language(), client.zone());
    }

    /** Whom a delay was told, with which promise. */
    private void remember(List<Told> told, List<RunFacts> runs) {
        Map<LocalDate, Long> ids = new HashMap<>();
        runs.forEach(run -> ids.put(run.billDay(), run.id()));
        List<PlannedNotice> delays = told.stream()
                .map(Told::notice)
                .filter(notice -> notice.kind() == NoticeKind.INVOICE_DELAYED)
                .filter(notice -> notice.client().told().stream()
                        .noneMatch(before -> before.counts()
                                && before.billDay().equals(notice.run().billDay())
                                && before.revision() == notice.revision()))
                .toList();
        Rows.batch(
                dataSource,
                "update delay_told set told_at = ? where run_id = ? and client_id = ? and revision = ?",
                delays,
                (statement, notice) -> Rows.bind(
                        statement,
                        Rows.time(notice.notBefore()),
                        ids.get(notice.run().billDay()),
                        notice.client().id(),
                        notice.revision()));
        Rows.batch(
                dataSource,
                "insert into delay_told (run_id, client_id, revision, told_at) select ?, ?, ?, ? where not exists"
                        + " (select 1 from delay_told where run_id = ? and client_id = ? and revision = ?)",
                delays,
                (statement, notice) -> Rows.bind(
                        statement,
                        ids.get(notice.run().billDay()),
                        notice.client().id(),
                        notice.revision(),
                        Rows.time(notice.notBefore()),
                        ids.get(notice.run().billDay()),
                        notice.client().id(),
                        notice.revision()));
    }

    private static NoticeDraft draft(PlannedNotice notice, Recipient recipient, MailText text, WatchDay day) {
        return new NoticeDraft(
                new NoticeKey(notice.kind(), notice.subject(), recipient.ref(), notice.stage(), notice.revision()),
                recipient,
                text,
                notice.notBefore(),
                ReportLines.about(notice, day.today()));
    }

    private void enqueue(List<Told> told, WatchDay day, Tally tally) {
        tally.planned(
                told.size(), notices.enqueueAll(told.stream().map(Told::draft).toList()));
        told.stream()
                .map(each -> ReportLines.of(each.notice(), day.today()))
                .distinct()
                .forEach(tally::line);
    }

    private BillingLetters letters(List<RunFacts> runs) {
        Map<Long, String> pages = new HashMap<>();
        runs.stream()
                .map(RunFacts::incident)
                .filter(id -> id != null && incidents.find(id).isPresent())
                .forEach(id -> pages.put(id, siteUrl.of("/incidents/" + id)));
        return new BillingLetters(
                policies.schedule(), runs, pages, siteUrl.of("/admin/billing"), siteUrl.of("/admin/billing"));
    }

    private static String cut(String words) {
        return words.length() > TEXT_LENGTH ? words.substring(0, TEXT_LENGTH - 1) + "…" : words;
    }
}
