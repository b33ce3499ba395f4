package net.niner.status.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import net.niner.status.account.Actor;
import net.niner.status.account.Caller;
import net.niner.status.account.Forbidden;
import net.niner.status.account.Permission;
import net.niner.status.incident.InvalidPostMortem.Fault;
import net.niner.status.incident.InvalidPostMortem.Problem;
import net.niner.status.incident.PostMortemDraft.LessonDraft;
import net.niner.status.platform.ChangedMeanwhile;
import net.niner.status.platform.Rows;
import net.niner.status.post.Category;
import net.niner.status.post.Post;
import net.niner.status.post.PostState;
import net.niner.status.post.PublishedPosts;
import net.niner.status.probe.Check;
import net.niner.status.probe.Checks;
import net.niner.status.probe.Outcome;
import net.niner.status.server.Servers;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class PostMortemsIT {

    private static final TimelineRow MOMENT =
            new TimelineRow(Instant.parse("2026-03-01T16:48:05Z"), "The queue stood still", TimelineSource.HAND);

    private static final Instant BEGAN = Instant.parse("2026-03-01T16:00:00Z");

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @EJB
    private Incidents incidents;

    @EJB
    private PostMortems postMortems;

    @EJB
    private FollowUps followUps;

    @EJB
    private PublicLedger ledger;

    @EJB
    private PublishedPosts posts;

    @EJB
    private Servers servers;

    @EJB
    private Checks checks;

    @BeforeEach
    void actAsAPerson() {
        Caller.bind(new Actor(null, "ann@example.org", "192.0.2.7", Set.of(Permission.READ, Permission.INCIDENTS)));
    }

    @AfterEach
    void leave() {
        Caller.forget();
    }

    @Test
    void itBeginsWithWhatWasSaidAndSeen() {
        Check check = checks.of(List.of(servers.find("NC042").orElseThrow())).get(0);
        long incident = incident();
        Rows.update(
                dataSource,
                "insert into outage (check_id, began_at, confirmed_at, ended_at, cause) values (?, ?, ?, ?, 'connection refused')",
                check.id(),
                Rows.time(BEGAN.plusSeconds(60)),
                Rows.time(BEGAN.plusSeconds(180)),
                Rows.time(BEGAN.plusSeconds(600)));
        PostMortemDraft draft = postMortems.drafted(incident).orElseThrow();
        assertThat(draft.title()).isEqualTo("Post-mortem: Mail stands still");
        assertThat(draft.timeline())
                .contains(
                        new TimelineRow(
                                BEGAN.plusSeconds(60),
                                "The check \u201c" + check.subject() + "\u201d fails: connection refused",
                                TimelineSource.OUTAGE),
                        new TimelineRow(
                                BEGAN.plusSeconds(600),
                                "The check \u201c" + check.subject() + "\u201d succeeds again",
                                TimelineSource.OUTAGE))
                .isSortedAccordingTo(Comparator.comparing(TimelineRow::at));
        assertThat(draft.timeline()).extracting(TimelineRow::text).contains("The incident began", "We look into it.");
        assertThat(postMortems.drafted(-1)).isEmpty();
        assertThatThrownBy(() -> postMortems.begin(-1, draft)).isInstanceOf(NoSuchIncident.class);
    }

    @Test
    void whatIsWrittenIsKeptInItsOrder() {
        PostMortem begun = postMortems.begin(incident(), PostMortemITs.empty("Post-mortem: one"));
        PostMortem written = postMortems.change(
                begun.id(),
                begun.version(),
                PostMortemITs.with(
                        List.of("Second", "First", "Second"),
                        List.of(MOMENT, MOMENT),
                        List.of(lesson("Watch"), lesson("Rotate"))));
        List<Lesson> lessons = written.lessons();
        PostMortem again = postMortems.change(
                begun.id(),
                written.version(),
                PostMortemITs.with(
                        List.of("First", "Second"),
                        List.of(MOMENT),
                        List.of(
                                new LessonDraft(lessons.get(1).id(), "Rotate logs", List.of()),
                                lesson("Ask"),
                                new LessonDraft(lessons.get(0).id(), "Watch", List.of()))));
        PostMortem read = postMortems.look(again.id()).orElseThrow();
        assertThat(read.causes()).containsExactly("First", "Second");
        assertThat(read.timeline()).containsExactly(MOMENT);
        assertThat(read.lessons()).extracting(Lesson::text).containsExactly("Rotate logs", "Ask", "Watch");
        assertThat(read.lessons().get(0).id()).isEqualTo(lessons.get(1).id());
        assertThat(read.state()).isEqualTo(PostMortemState.DRAFT);
        assertThat(read.changedBy()).isEqualTo("ann@example.org");
    }

    @Test
    void whatIsPublishedIsWhatThePreviewShowed() {
        PostMortem begun = postMortems.begin(incident(), PostMortemITs.empty("Post-mortem: two"));
        PostMortemDraft draft = PostMortemITs.with(
                List.of("Logs were not rotated", "Nothing watched the disk"),
                List.of(MOMENT),
                List.of(new LessonDraft(
                        null,
                        "Watch every disk",
                        List.of(
                                promise("Watch disks of all servers", LocalDate.of(2020, 1, 1)),
                                new FollowUpDraft("Tell nobody", "Ann", null, false)))));
        PostMortemPosts.Preview preview = postMortems.preview(begun.id(), begun.incidentId(), draft);
        assertThat(postMortems.preview(null, begun.incidentId(), draft)).isEqualTo(preview);
        PostMortem published = postMortems.publish(begun.id(), begun.version(), draft);
        Post post = published.post().orElseThrow();
        assertThat(post.html())
                .isEqualTo(preview.html())
                .contains("Watch disks of all servers")
                .doesNotContain("nobody");
        assertThat(post.title()).isEqualTo(preview.title());
        assertThat(post.state()).isEqualTo(PostState.PUBLISHED);
        assertThat(post.categories()).extracting(Category::slug).contains("post-mortems");

        FollowUp promise = postMortems.followUps(begun.id()).get(0);
        assertThat(entry(promise.id()).standing()).isEqualTo(Standing.OVERDUE);
        assertThat(entry(promise.id()).address()).isEqualTo(post.path().orElseThrow());
        assertThat(followUps.dueUntil(LocalDate.of(2020, 1, 2)))
                .extracting(FollowUp::id)
                .contains(promise.id());

        followUps.move(promise.id(), version(promise), FollowUpState.DONE);
        followUps.prove(promise.id(), version(promise), "https://git.example/7", null);
        assertThat(read(post)).contains("done (<a href=\"https://git.example/7\"");
        assertThat(entry(promise.id()).standing()).isEqualTo(Standing.DONE);
        FollowUp moved = followUps.look(promise.id()).orElseThrow();
        followUps.change(promise.id(), moved.version(), new FollowUpDraft(moved.text(), moved.owner(), null, false));
        assertThat(read(post)).doesNotContain("Watch disks of all servers");
        assertThat(ledger.groups().stream().flatMap(group -> group.entries().stream()))
                .extracting(entry -> entry.followUp().id())
                .doesNotContain(promise.id());
    }

    @Test
    void promisesOfADraftAreNobodysBusinessYet() {
        PostMortem begun = postMortems.begin(
                incident(),
                PostMortemITs.with(
                        List.of(), List.of(new LessonDraft(null, "Wait", List.of(promise("Wait and see", null))))));
        long waiting = postMortems.followUps(begun.id()).get(0).id();
        assertThat(ledger.groups().stream().flatMap(group -> group.entries().stream()))
                .extracting(entry -> entry.followUp().id())
                .doesNotContain(waiting);
    }

    @Test
    void aLessonWithFollowUpsStays() {
        PostMortem begun = postMortems.begin(
                incident(),
                PostMortemITs.with(List.of(), List.of(new LessonDraft(null, "Stay", List.of(promise("Stay", null))))));
        InvalidPostMortem refused = catchThrowableOfType(
                InvalidPostMortem.class,
                () -> postMortems.change(begun.id(), begun.version(), PostMortemITs.with(List.of(), List.of())));
        assertThat(refused.problems()).containsExactly(new Problem("lessons", 0, Fault.LESSON_HAS_FOLLOW_UPS));
    }

    @Test
    void twoWhoChangeTheSameNoticeEachOther() {
        PostMortem begun = postMortems.begin(incident(), PostMortemITs.empty("Post-mortem: three"));
        postMortems.change(begun.id(), begun.version(), PostMortemITs.with(List.of("A"), List.of()));
        assertThatThrownBy(() ->
                        postMortems.change(begun.id(), begun.version(), PostMortemITs.with(List.of("B"), List.of())))
                .isInstanceOf(ChangedMeanwhile.class);
        assertThatThrownBy(() ->
                        postMortems.publish(begun.id(), begun.version(), PostMortemITs.with(List.of("B"), List.of())))
                .isInstanceOf(ChangedMeanwhile.class);
    }

    @Test
    void thereIsOneForAnIncident() {
        long incident = incident();
        PostMortem begun = postMortems.begin(incident, PostMortemITs.empty("Post-mortem: four"));
        assertThatThrownBy(() -> postMortems.begin(incident, PostMortemITs.empty("Post-mortem: another")))
                .isInstanceOfSatisfying(ChangedMeanwhile.class, meanwhile -> assertThat(meanwhile.by())
                        .isEqualTo("ann@example.org"));
        assertThatThrownBy(() -> postMortems.beginPublished(incident, PostMortemITs.with(List.of("A"), List.of())))
                .isInstanceOf(ChangedMeanwhile.class);
        PostMortem kept = postMortems.ofIncident(incident).orElseThrow();
        assertThat(kept.id()).isEqualTo(begun.id());
        assertThat(kept.title()).isEqualTo("Post-mortem: four");
        assertThat(kept.state()).isEqualTo(PostMortemState.DRAFT);
        assertThat(postMortems.before(Long.MAX_VALUE, 1))
                .extracting(PostMortem::id)
                .containsExactly(begun.id());
        assertThat(postMortems.before(begun.id(), 100))
                .extracting(PostMortem::id)
                .allMatch(id -> id < begun.id());
    }

    @Test
    void whatCannotBePublishedIsNotBegunEither() {
        long incident = incident();
        LessonDraft lesson = new LessonDraft(null, "Watch", List.of(promise("Watch it", null)));
        InvalidPostMortem refused = catchThrowableOfType(
                InvalidPostMortem.class,
                () -> postMortems.beginPublished(incident, PostMortemITs.with(List.of(), List.of(lesson))));
        assertThat(refused.problems()).containsExactly(new Problem("causes", 0, Fault.CAUSE_MISSING));
        assertThat(postMortems.ofIncident(incident)).isEmpty();

        PostMortem published =
                postMortems.beginPublished(incident, PostMortemITs.with(List.of("A log grew"), List.of(lesson)));
        assertThat(published.state()).isEqualTo(PostMortemState.PUBLISHED);
        assertThat(read(published.post().orElseThrow())).contains("Watch it", "A log grew");
        assertThat(postMortems.followUps(published.id())).hasSize(1);
        PostMortem read = postMortems.look(published.id()).orElseThrow();
        assertThat(postMortems
                        .change(read.id(), published.version(), PostMortems.draftOf(read))
                        .version())
                .isGreaterThan(published.version());
    }

    @Test
    void aCheckProvesAndALedgerSaysHowItStands() {
        Check check = checks.of(List.of(servers.find("NC042").orElseThrow())).get(0);
        FollowUp alone = followUps.add(promise("Check the mail server", null));
        followUps.prove(alone.id(), alone.version(), null, check.id());
        assertThatThrownBy(() -> followUps.prove(alone.id(), alone.version(), "https://git.example/8", null))
                .isInstanceOf(ChangedMeanwhile.class);
        assertThatThrownBy(() -> followUps.move(alone.id(), alone.version(), FollowUpState.DONE))
                .isInstanceOf(ChangedMeanwhile.class);
        assertThatThrownBy(() -> followUps.drop(alone.id(), alone.version(), "Too late"))
                .isInstanceOf(ChangedMeanwhile.class);
        FollowUpProof proof = entry(alone.id()).proof();
        assertThat(proof.name()).isEqualTo(check.subject());
        assertThat(proof.outcome()).isIn((Object[]) Outcome.values());
        assertThat(catchThrowableOfType(
                                InvalidFollowUp.class, () -> followUps.prove(alone.id(), version(alone), null, -1L))
                        .problems())
                .containsExactly(new InvalidFollowUp.Problem("check", InvalidFollowUp.Fault.NO_SUCH_CHECK));
    }

    @Test
    void whoMayOnlyReadChangesNothing() {
        FollowUp alone = followUps.add(promise("Stay as it is", null));
        Caller.bind(new Actor(null, "eve@example.org", null, Set.of(Permission.READ)));
        assertThatThrownBy(() -> followUps.move(alone.id(), alone.version(), FollowUpState.DONE))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> postMortems.begin(1, PostMortemITs.empty("x"))).isInstanceOf(Forbidden.class);
        assertThat(followUps.look(alone.id()).orElseThrow().state()).isEqualTo(FollowUpState.OPEN);
        Caller.forget();
        assertThat(entry(alone.id()).standing()).isEqualTo(Standing.OPEN);
    }

    private int version(FollowUp followUp) {
        return followUps.look(followUp.id()).orElseThrow().version();
    }

    private String read(Post post) {
        return posts.at(post.path().orElseThrow()).orElseThrow().html();
    }

    private PublicLedger.Entry entry(long id) {
        return ledger.groups().stream()
                .flatMap(group -> group.entries().stream())
                .filter(entry -> entry.followUp().id() == id)
                .findFirst()
                .orElseThrow();
    }

    private static FollowUpDraft promise(String text, LocalDate due) {
        return new FollowUpDraft(text, "Operations", due, true);
    }

    private static LessonDraft lesson(String text) {
        return new LessonDraft(null, text, List.of());
    }

    private long incident() {
        return incidents.open(
                new IncidentDraft("Mail stands still", "We look into it.", Map.of("NC042", Impact.DEGRADED), BEGAN),
                true,
                null);
    }
}
