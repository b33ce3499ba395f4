package net.niner.status.notice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import net.niner.status.account.Actor;
import net.niner.status.account.Caller;
import net.niner.status.account.Permission;
import net.niner.status.incident.Impact;
import net.niner.status.incident.IncidentDraft;
import net.niner.status.incident.IncidentRecords;
import net.niner.status.incident.IncidentState;
import net.niner.status.incident.Incidents;
import net.niner.status.incident.UpdateDraft;
import net.niner.status.maintenance.MaintenanceChanges;
import net.niner.status.maintenance.MaintenanceDraft;
import net.niner.status.maintenance.MaintenanceNews;
import net.niner.status.maintenance.MaintenanceWindow;
import net.niner.status.maintenance.MaintenanceWindows;
import net.niner.status.platform.Rows;
import net.niner.status.post.Categories;
import net.niner.status.post.Post;
import net.niner.status.post.PostDraft;
import net.niner.status.post.PostFormat;
import net.niner.status.post.Posts;
import net.niner.status.post.Publishing;
import net.niner.status.server.Role;
import net.niner.status.server.ServerChanges;
import net.niner.status.server.ServerDraft;
import net.niner.status.server.Servers;
import net.niner.status.server.Visibility;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is published reaches those whom it concerns, once. */
@ExtendWith(ArquillianExtension.class)
class AnnouncementsIT {

    private static final MaintenanceNews NONE = MaintenanceNews.none();

    @EJB
    private Announcements announcements;

    @EJB
    private Announcing announcing;

    @EJB
    private MaintenanceReminders reminders;

    @EJB
    private Subscribers subscribers;

    @EJB
    private Incidents incidents;

    @EJB
    private IncidentRecords records;

    @EJB
    private MaintenanceChanges changes;

    @EJB
    private MaintenanceWindows windows;

    @EJB
    private Publishing publishing;

    @EJB
    private Posts posts;

    @EJB
    private Categories categories;

    @EJB
    private ServerChanges serverChanges;

    @EJB
    private Servers servers;

    @Inject
    private SignedRefs refs;

    @Inject
    private SubscriberJudge judge;

    @Resource
    private UserTransaction transaction;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    private static int source;

    @BeforeEach
    void actAsAPerson() {
        Caller.bind(new Actor(null, "ann@example.org", "192.0.2.7", Set.of(Permission.values())));
        for (String code : List.of("ANN-1", "ANN-2", "ANN-3", "ANN-4", "ANN-5", "ANN-6")) {
            if (servers.find(code).isEmpty()) {
                add(code, Visibility.PUBLIC);
            }
        }
        if (servers.find("ANN-INT").isEmpty()) {
            add("ANN-INT", Visibility.INTERNAL);
        }
        categories.shelf("billing", "Billing");
    }

    @AfterEach
    void actAsNobody() {
        Caller.forget();
    }

    @Test
    void anUpdateIsOneMailForEachWhomItConcernsHoweverManyOfTheirServers() {
        long both = subscriber("both", "en", EnumSet.allOf(Topic.class), "ANN-4", "ANN-5");
        long french = subscriber("french", "fr", Set.of(Topic.INCIDENTS), "ANN-5");
        long other = subscriber("other", "en", EnumSet.allOf(Topic.class), "ANN-6");
        long billing = subscriber("billing", "en", Set.of(Topic.BILLING), "ANN-4");
        announcements.expand();

        long incident = incidents.open(
                new IncidentDraft(
                        "No mail moves",
                        "We *look* into it, see [there](/history).",
                        Map.of("ANN-4", Impact.MAJOR_OUTAGE, "ANN-5", Impact.DEGRADED, "ANN-INT", Impact.DEGRADED),
                        null),
                true,
                null);
        long first =
                records.look(incident).orElseThrow().updates().get(0).post().id();
        assertThat(announcements.nextDue().orElseThrow()).isBeforeOrEqualTo(Instant.now());
        assertThat(told("post:" + first)).isEmpty();
        announcements.expand();
        assertThat(told("post:" + first)).containsExactly(ref(both), ref(french));
        assertThat(announcements.expand()).isZero();
        assertThat(subject("post:" + first, both)).isEqualTo("[ANN-4, ANN-5] No mail moves: investigating");
        assertThat(subject("post:" + first, french)).isEqualTo("[ANN-4, ANN-5] No mail moves : en cours d’analyse");
        assertThat(body("html_body", "post:" + first, both))
                .contains("<em>look</em>", "http://localhost/history\"")
                .doesNotContain("ANN-INT");
        assertThat(body("text_body", "post:" + first, french))
                .contains("We look into it", "ANN-5 : fonctionnement dégradé", "/incidents/" + incident)
                .doesNotContain("ANN-INT");

        incidents.update(
                incident,
                records.look(incident).orElseThrow().version(),
                new UpdateDraft("Found it.", IncidentState.IDENTIFIED, Map.of("ANN-4", Impact.DEGRADED)));
        long second =
                records.look(incident).orElseThrow().updates().get(1).post().id();
        announcements.expand();
        assertThat(told("post:" + second)).containsExactly(ref(both), ref(french));
        assertThat(told("post:" + second)).doesNotContain(ref(other), ref(billing));
        assertThat(subject("post:" + second, both)).isEqualTo("[ANN-4, ANN-5] No mail moves: identified");
        assertThat(body("text_body", "post:" + second, both))
                .contains("ANN-4: degraded", "ANN-5: no impact any more", "Found it.")
                .doesNotContain("ANN-INT");
        incidents.resolve(incident, records.look(incident).orElseThrow().version(), "Over.");
    }

    @Test
    void whatIsAboutNoServerConcernsAllAndWhatIsInternalOrOldNobody() {
        long one = subscriber("one", "en", EnumSet.allOf(Topic.class), "ANN-1");
        long bill = publish("Invoices come late", "billing", Instant.now());
        long internal = publish("Disks", "incidents", Instant.now(), "ANN-INT");
        long old = publish("From the old site", "incidents", Instant.now().minus(Duration.ofDays(400)), "ANN-1");
        Rows.update(
                dataSource,
                "insert into announcement (post_id, stage, revision, announced_at, reached, told) values (?, '', 0, ?, 0, 0)",
                internal,
                Rows.time(Instant.now()));
        announcements.expand();
        assertThat(doneAt(announcement(internal)))
                .as("one whose servers became internal since")
                .isNotEmpty();
        assertThat(told("post:" + bill)).contains(ref(one));
        assertThat(told("post:" + internal)).isEmpty();
        assertThat(told("post:" + old)).isEmpty();
    }

    @Test
    void whatIsWithdrawnOrRolledBackIsNotTold() throws Exception {
        long one = subscriber("withdrawn", "en", Set.of(Topic.BILLING), "ANN-1");
        long early = publish("A mistake", "billing", Instant.now());
        posts.withdraw(early, posts.look(early).orElseThrow().version(), "wrong");
        announcements.expand();
        assertThat(told("post:" + early)).isEmpty();
        posts.publish(early, posts.look(early).orElseThrow().version());
        announcements.expand();
        assertThat(told("post:" + early)).contains(ref(one));
        assertThat(judge("post:" + early, NoticeKind.BILLING_POST, one, "", 0)).isEqualTo(Judgement.SEND);
        posts.withdraw(early, posts.look(early).orElseThrow().version(), "wrong again");
        assertThat(judge("post:" + early, NoticeKind.BILLING_POST, one, "", 0)).isInstanceOf(Judgement.Cancel.class);

        transaction.begin();
        publish("Never", "billing", Instant.now());
        transaction.rollback();
        assertThat(announcements.expand()).isZero();

        long late = publish("Another", "billing", Instant.now());
        announcements.expand();
        subscribers.unsubscribe(refs.token(ref(one)));
        assertThat(judge("post:" + late, NoticeKind.BILLING_POST, one, "", 0)).isInstanceOf(Judgement.Cancel.class);
    }

    @Test
    void workIsRemindedOfADayAndAnHourBeforeAndAnewOnceItIsMoved() {
        long one = subscriber("reminded", "en", Set.of(Topic.MAINTENANCE), "ANN-3");
        Instant from = Instant.now().plus(Duration.ofHours(30));
        long id = changes.plan(draft("New disks", from, "ANN-3", "ANN-INT"), NONE);
        from = windows.find(id).orElseThrow().plannedFrom();
        String subject = "window:" + id;
        remind(from.minus(Duration.ofHours(24)).minusSeconds(1));
        assertThat(stages(subject, one)).isEmpty();
        assertThat(reminders.nextDue(from.minus(Duration.ofHours(26))).orElseThrow())
                .isBeforeOrEqualTo(from.minus(Duration.ofHours(24)));
        assertThat(reminders.nextDue(from.minus(Duration.ofHours(23))).orElseThrow())
                .isBeforeOrEqualTo(from.minus(Duration.ofHours(24)));
        remind(from.minus(Duration.ofHours(24)));
        remind(from.minus(Duration.ofHours(23)));
        assertThat(stages(subject, one)).containsExactly("24h 0");
        assertThat(body("text_body", subject, one)).contains("ANN-3").doesNotContain("ANN-INT");

        Instant moved = from.plus(Duration.ofDays(1));
        changes.move(id, version(id), moved, moved.plus(Duration.ofHours(1)), NONE);
        assertThat(judge(subject, NoticeKind.MAINTENANCE_REMINDER, one, "24h", 0))
                .isInstanceOf(Judgement.Cancel.class);
        remind(moved.minus(Duration.ofHours(20)));
        remind(moved.minus(Duration.ofHours(1)));
        assertThat(stages(subject, one)).containsExactly("24h 0", "24h 1", "1h 0");
        assertThat(judge(subject, NoticeKind.MAINTENANCE_REMINDER, one, "1h", 0))
                .isEqualTo(Judgement.SEND);
        changes.cancel(id, version(id), "No disks", NONE);
        assertThat(judge(subject, NoticeKind.MAINTENANCE_REMINDER, one, "1h", 0))
                .isInstanceOf(Judgement.Cancel.class);
    }

    @Test
    void newsOfWorkThatWasCancelledSinceAreNotSent() {
        long one = subscriber("cancelled", "en", Set.of(Topic.MAINTENANCE), "ANN-3");
        Instant from = Instant.now().plus(Duration.ofDays(9));
        long id = changes.plan(draft("Move", from, "ANN-3"), new MaintenanceNews("", "We move."));
        announcements.expand();
        MaintenanceWindow window = windows.find(id).orElseThrow();
        String post = "post:" + window.updates().get(0).post().id();
        assertThat(judge(post, NoticeKind.MAINTENANCE, one, "", 0)).isEqualTo(Judgement.SEND);
        changes.cancel(id, version(id), "No van", new MaintenanceNews("", "We stay."));
        assertThat(judge(post, NoticeKind.MAINTENANCE, one, "", 0)).isInstanceOf(Judgement.Cancel.class);
        announcements.expand();
        String last =
                "post:" + windows.find(id).orElseThrow().updates().get(1).post().id();
        assertThat(told(last)).contains(ref(one));
        assertThat(judge(last, NoticeKind.MAINTENANCE, one, "", 0)).isEqualTo(Judgement.SEND);
        assertThat(subject(last, one)).isEqualTo("[ANN-3] Move: maintenance cancelled");
        assertThat(body("text_body", last, one)).contains("No van", "We stay.", "/maintenance/" + id);
    }

    @Test
    void whatFailsKeepsNothingElseWaitingAndIsGivenUpInTime() {
        long one = subscriber("waiting", "en", EnumSet.allOf(Topic.class), "ANN-1");
        Instant now = Instant.now();
        // about nothing, and of no kind that there is: neither can be told
        Rows.update(
                dataSource,
                "insert into announcement (stage, revision, announced_at, reached, told) values ('lost', 0, ?, 0, 0)",
                Rows.time(now));
        long lost = Rows.query(dataSource, "select id from announcement where stage = 'lost'", row -> row.getLong(1))
                .get(0);
        Rows.update(
                dataSource,
                "insert into alert (kind, alert_key, subject, cause, severity, state, began_at, opened_at, next_at, told)"
                        + " values ('LOST', 'lost', '', '', 'MINOR', 'OPEN', ?, ?, ?, 0)",
                Rows.time(now),
                Rows.time(now),
                Rows.time(now));
        long bill = publish("Invoices come later", "billing", now);
        announcements.expand();
        assertThat(told("post:" + bill)).contains(ref(one));
        assertThat(doneAt(lost)).isEmpty();
        assertThat(openFindings()).contains("alerts", "news").doesNotContain("reminders");

        Rows.update(dataSource, "delete from alert where kind = 'LOST'");
        Rows.update(
                dataSource,
                "update announcement set announced_at = ? where id = ?",
                Rows.time(now.minus(Duration.ofMinutes(61))),
                lost);
        announcements.expand();
        assertThat(doneAt(lost)).isNotEmpty();
        announcements.expand();
        assertThat(openFindings()).isEmpty();
    }

    private List<String> openFindings() {
        return Rows.query(
                dataSource,
                "select alert_key from alert where alert_key like 'finding:job:deliver-notices:%' and state = 'OPEN'",
                row -> row.getString(1).substring(row.getString(1).lastIndexOf(':') + 1));
    }

    private List<Instant> doneAt(long announcement) {
        return Rows.query(
                dataSource,
                "select done_at from announcement where id = ? and done_at is not null",
                row -> Rows.instant(row, "done_at"),
                announcement);
    }

    @Test
    void thousandsAreToldInPartsAndFast() {
        List<Long> many =
                IntStream.range(0, 3_000).mapToObj(i -> 900_000_000L + i).toList();
        Rows.batch(
                dataSource,
                "insert into subscriber (id, address, address_key, language, state, every_server, letters, mailed_at, created_at,"
                        + " confirmed_at, version) values (?, ?, ?, 'en', 'ACTIVE', true, 0, ?, ?, ?, 0)",
                many,
                (statement, id) -> Rows.bind(
                        statement,
                        id,
                        id + "@many.example",
                        id + "@many.example",
                        Rows.time(Instant.EPOCH),
                        Rows.time(Instant.EPOCH),
                        Rows.time(Instant.EPOCH)));
        Rows.batch(
                dataSource,
                "insert into subscriber_topic (subscriber_id, topic) values (?, 'POST_MORTEMS')",
                many,
                (statement, id) -> Rows.bind(statement, id));
        long before = System.nanoTime();
        long post = publish("What we learned", "post-mortems", Instant.now(), "ANN-2");
        announcing.tellSome(announcement(post), Instant.now());
        assertThat(told("post:" + post)).hasSize(Announcing.AT_ONCE);
        announcements.expand();
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        assertThat(told("post:" + post)).hasSizeGreaterThanOrEqualTo(3_000);
        assertThat(took).isLessThan(Duration.ofSeconds(30));
        Rows.update(dataSource, "delete from subscriber where id >= 900000000");
    }

    private void remind(Instant now) {
        reminders.note(now);
        Rows.query(dataSource, "select id from announcement where done_at is null", row -> row.getLong(1))
                .forEach(id -> announcing.tellSome(id, now));
    }

    private long publish(String title, String shelf, Instant at, String... codes) {
        Post post = publishing.draft(new PostDraft(
                title,
                PostFormat.MARKDOWN,
                "Text.",
                Set.of(codes),
                Set.of(categories.shelf(shelf, shelf).slug()),
                Set.of()));
        return publishing.publish(post.id(), at).id();
    }

    private long subscriber(String name, String language, Set<Topic> topics, String... codes) {
        String address = name + "@announce.example";
        subscribers
                .ask(address, new SubscriptionChoice(language, topics, false, Set.of(codes)), "announce " + source++)
                .join();
        long id = Rows.query(
                        dataSource, "select id from subscriber where address_key = ?", row -> row.getLong(1), address)
                .get(0);
        subscribers.confirm(refs.token("confirm:" + id));
        return id;
    }

    private Judgement judge(String subject, NoticeKind kind, long subscriber, String stage, int revision) {
        return judge.judge(
                new NoticeKey(kind, subject, ref(subscriber), stage, revision), "any@client.example", Instant.now());
    }

    private static String ref(long id) {
        return "subscriber:" + id;
    }

    private long announcement(long post) {
        return Rows.query(dataSource, "select id from announcement where post_id = ?", row -> row.getLong(1), post)
                .get(0);
    }

    private List<String> told(String subject) {
        return Rows.query(
                dataSource,
                "select recipient_ref from notice where subject_ref = ? order by id",
                row -> row.getString(1),
                subject);
    }

    private List<String> stages(String subject, long subscriber) {
        return Rows.query(
                dataSource,
                "select stage, revision from notice where subject_ref = ? and recipient_ref = ? order by id",
                row -> row.getString(1) + " " + row.getInt(2),
                subject,
                ref(subscriber));
    }

    private String subject(String subject, long subscriber) {
        return body("subject", subject, subscriber);
    }

    private String body(String column, String subject, long subscriber) {
        return Rows.query(
                        dataSource,
                        "select " + column + " from notice where subject_ref = ? and recipient_ref = ? order by id",
                        row -> row.getString(1),
                        subject,
                        ref(subscriber))
                .get(0);
    }

    private int version(long id) {
        return windows.find(id).orElseThrow().version();
    }

    private static MaintenanceDraft draft(String title, Instant from, String... codes) {
        return new MaintenanceDraft(title, Set.of(codes), from, from.plus(Duration.ofHours(1)), false, false);
    }

    private void add(String code, Visibility visibility) {
        serverChanges.add(new ServerDraft(code, "Perth", "AU", Role.OTHER, visibility, null, null));
    }
}
