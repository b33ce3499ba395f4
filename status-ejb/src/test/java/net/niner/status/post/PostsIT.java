package net.niner.status.post;

import static net.niner.status.post.PostITs.ANN;
import static net.niner.status.post.PostITs.BOB;
import static net.niner.status.post.PostITs.READER;
import static net.niner.status.post.PostITs.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import net.niner.status.account.Caller;
import net.niner.status.account.Forbidden;
import net.niner.status.platform.ChangedMeanwhile;
import net.niner.status.platform.Rows;
import net.niner.status.post.Difference.Kind;
import net.niner.status.post.Difference.Part;
import net.niner.status.post.InvalidPost.Fault;
import net.niner.status.server.Location;
import net.niner.status.server.Role;
import net.niner.status.server.Server;
import net.niner.status.server.Servers;
import net.niner.status.server.Visibility;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class PostsIT {

    private static final Instant LONG_AGO = Instant.parse("2019-03-31T23:30:00Z");

    @EJB
    private Posts posts;

    @EJB
    private Publishing publishing;

    @EJB
    private PublishedPosts published;

    @EJB
    private PostVersions versions;

    @EJB
    private PostList list;

    @EJB
    private Categories categories;

    @EJB
    private Servers servers;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @BeforeEach
    void actAsAPerson() {
        Caller.bind(ANN);
    }

    @AfterEach
    void actAsNobody() {
        Caller.forget();
    }

    @Test
    void aPostGoesOutAndComesBackUnderTheSameAddress() {
        Post post = posts.draft(draft("The café's disk is full", "All *of* it"));
        assertThat(post.state()).isEqualTo(PostState.DRAFT);
        assertThat(post.path()).isEmpty();

        Post out = posts.publish(post.id(), post.version());
        String path = out.path().orElseThrow();
        String day = LocalDate.ofInstant(out.publishedAt().orElseThrow(), ZoneOffset.UTC)
                .toString()
                .replace('-', '/');
        assertThat(path).isEqualTo("/" + day + "/the-cafes-disk-is-full");
        assertThat(published.at(path).orElseThrow().html()).isEqualTo("<p>All <em>of</em> it</p>\n");

        Post gone = posts.withdraw(post.id(), out.version(), " Wrong server ");
        assertThat(gone.withdrawnReason()).contains("Wrong server");
        assertThat(published.at(path).orElseThrow().state()).isEqualTo(PostState.WITHDRAWN);

        Post back = posts.publish(post.id(), gone.version());
        assertThat(back.path()).contains(path);
        assertThat(back.guid()).isEqualTo(out.guid());
        assertThat(back.publishedAt()).isEqualTo(out.publishedAt());
        assertThat(back.withdrawnReason()).isEmpty();
    }

    @Test
    void twoOfOneTitleOnOneDayHaveTwoAddresses() {
        Post one = posts.draft(draft("Twice the same", "x"));
        Post other = posts.draft(draft("Twice the same", "x"));
        String first = posts.publish(one.id(), one.version()).path().orElseThrow();
        String second = posts.publish(other.id(), other.version()).path().orElseThrow();
        assertThat(second).isEqualTo(first + "-2");
    }

    @Test
    void whoDidNotSeeTheLastChangeChangesNothing() {
        Post post = posts.draft(draft("Seen by two", "x"));
        Caller.as(BOB, () -> posts.change(post.id(), post.version(), draft("Seen by two", "of Bob")));
        ChangedMeanwhile told = catchThrowableOfType(
                ChangedMeanwhile.class, () -> posts.change(post.id(), post.version(), draft("Seen by two", "of Ann")));
        assertThat(told.by()).isEqualTo("bob@example.org");
        assertThatThrownBy(() -> posts.publish(post.id(), post.version())).isInstanceOf(ChangedMeanwhile.class);
        assertThat(posts.look(post.id()).orElseThrow().body()).isEqualTo("of Bob");
    }

    @Test
    void whatLeavesEverythingAsItWasIsNobodysChange() {
        Post post = posts.draft(draft("Quiet", "x", "down time"));
        Caller.as(BOB, () -> posts.change(post.id(), post.version(), draft(" Quiet ", "x", "down time")));
        Post after = posts.look(post.id()).orElseThrow();
        assertThat(after.version()).isEqualTo(post.version());
        assertThat(after.changedBy()).isEqualTo("ann@example.org");
        assertThat(versions.of(post.id())).hasSize(1);
    }

    @Test
    void readersOnlyRead() {
        Post post = posts.draft(draft("For readers", "x"));
        Caller.as(READER, () -> {
            assertThat(posts.look(post.id())).isPresent();
            assertThatThrownBy(() -> posts.draft(draft("No", "x"))).isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> posts.publish(post.id(), post.version())).isInstanceOf(Forbidden.class);
        });
    }

    @Test
    void whatIsWrongIsSaidAllAtOnce() {
        PostDraft wrong = new PostDraft(
                " ", PostFormat.HTML, "x".repeat(Post.BODY_LENGTH + 1), Set.of("NO-SUCH"), Set.of("no-such"), Set.of());
        assertThat(catchThrowableOfType(InvalidPost.class, () -> posts.draft(wrong))
                        .problems())
                .extracting(InvalidPost.Problem::fault)
                .containsExactlyInAnyOrder(
                        Fault.NO_SUCH_SERVER, Fault.NO_SUCH_CATEGORY, Fault.TITLE_MISSING, Fault.BODY_LONG);
        Post empty = posts.draft(draft("Nothing to say", "  "));
        assertThat(catchThrowableOfType(InvalidPost.class, () -> posts.publish(empty.id(), empty.version()))
                        .problems())
                .extracting(InvalidPost.Problem::fault)
                .containsExactly(Fault.BODY_MISSING);
    }

    @Test
    void theTimeOfAScheduledPostComes() {
        Instant soon = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        Post waits = posts.draft(draft("Scheduled", "x"));
        waits = posts.schedule(waits.id(), waits.version(), soon);
        Post later = posts.draft(draft("Scheduled for later", "x"));
        later = posts.schedule(later.id(), later.version(), soon.plusSeconds(60));
        Post thoughtBetter = posts.draft(draft("Not after all", "x"));
        thoughtBetter = posts.schedule(thoughtBetter.id(), thoughtBetter.version(), soon);
        posts.unschedule(thoughtBetter.id(), thoughtBetter.version());

        assertThat(posts.nextDue()).contains(soon);
        assertThat(posts.publishDue(soon.minusSeconds(1))).isZero();
        Caller.forget();
        assertThat(posts.publishDue(soon)).isEqualTo(1);
        assertThat(posts.publishDue(soon)).isZero();
        Caller.bind(ANN);
        Post out = posts.look(waits.id()).orElseThrow();
        assertThat(out.state()).isEqualTo(PostState.PUBLISHED);
        assertThat(out.publishedAt()).contains(soon);
        assertThat(posts.look(later.id()).orElseThrow().state()).isEqualTo(PostState.SCHEDULED);
        assertThat(posts.look(thoughtBetter.id()).orElseThrow().state()).isEqualTo(PostState.DRAFT);

        // the site was down while the time passed: what comes late says when it really came
        Instant late = soon.plus(2, ChronoUnit.HOURS);
        assertThat(posts.publishDue(late)).isEqualTo(1);
        assertThat(posts.look(later.id()).orElseThrow().publishedAt()).contains(late);
        assertThat(posts.nextDue()).isEmpty();
    }

    @Test
    void onePostThatCannotBePublishedKeepsNoOtherBack() {
        Instant soon = Instant.now().plus(1, ChronoUnit.HOURS);
        Post first = posts.draft(draft("Stuck", "x"));
        posts.schedule(first.id(), first.version(), soon);
        Post second = posts.draft(draft("Not stuck", "x"));
        posts.schedule(second.id(), second.version(), soon.plusSeconds(1));
        // nobody can read it as long as its format is none that is known
        Rows.update(dataSource, "update post set format = 'WORD' where id = ?", first.id());
        try {
            assertThat(posts.publishDue(soon.plusSeconds(2))).isEqualTo(1);
            assertThat(list.overdue(soon.plusSeconds(2), 10).rows())
                    .extracting(PostLine::title)
                    .containsExactly("Stuck");
        } finally {
            Rows.update(dataSource, "update post set format = 'HTML', state = 'DRAFT' where id = ?", first.id());
        }
    }

    @Test
    void aTimeInThePastIsNone() {
        Post post = posts.draft(draft("Too late", "x"));
        assertThat(catchThrowableOfType(
                                InvalidPost.class,
                                () -> posts.schedule(
                                        post.id(), post.version(), Instant.now().minusSeconds(120)))
                        .problems())
                .extracting(InvalidPost.Problem::fault)
                .containsExactly(Fault.TIME_PAST);
    }

    @Test
    void eachSaveIsAVersionThatCanBeComparedAndBroughtBack() {
        Post post = posts.draft(draft("Versions", "The disk is full.\n\nWe know.", "disk"));
        post = posts.change(
                post.id(), post.version(), draft("Versions, again", "The disk was full.\n\nWe know.", "ssd"));
        assertThat(versions.of(post.id()))
                .extracting(PostVersions.Saved::number, PostVersions.Saved::title)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(2, "Versions, again"),
                        org.assertj.core.api.Assertions.tuple(1, "Versions"));
        PostVersion one = versions.find(post.id(), 1).orElseThrow();
        PostVersion two = versions.find(post.id(), 2).orElseThrow();
        assertThat(one.tags()).containsExactly("disk");
        assertThat(Difference.between(one.body(), two.body()).get(0).parts())
                .containsExactly(
                        new Part(Kind.SAME, "The disk "),
                        new Part(Kind.REMOVED, "is"),
                        new Part(Kind.ADDED, "was"),
                        new Part(Kind.SAME, " full."));

        post = posts.restore(post.id(), post.version(), 1);
        assertThat(post.title()).isEqualTo("Versions");
        assertThat(post.tags()).extracting(Tag::name).containsExactly("disk");
        assertThat(versions.of(post.id())).hasSize(3);
    }

    @Test
    void theCodesStandInFrontInTheOrderOfTheList() {
        server("PIT-B", 901);
        server("PIT-A", 902);
        PostDraft draft =
                new PostDraft("Both are slow", PostFormat.MARKDOWN, "x", Set.of("PIT-A", "PIT-B"), Set.of(), Set.of());
        Post post = posts.draft(draft);
        assertThat(post.title()).isEqualTo("PIT-B, PIT-A: Both are slow");
        assertThat(PostDraft.of(posts.look(post.id()).orElseThrow())).isEqualTo(draft);
        posts.publish(post.id(), post.version());
        assertThat(published.about("PIT-A", 0, 10).rows()).extracting(Post::id).containsExactly(post.id());
        assertThat(list.page(
                                new PostFilter("SLOW", PostState.PUBLISHED, List.of(), "PIT-B"),
                                PostFilter.Sort.STATE,
                                true,
                                0,
                                10)
                        .rows())
                .extracting(PostLine::id)
                .containsExactly(post.id());
    }

    @Test
    void aShelfHoldsWhatIsOnThoseBelowIt() {
        String top = categories.add("PIT shelf", null).slug();
        String below = categories.add("PIT board", top).slug();
        Post post = posts.draft(
                new PostDraft("On a board", PostFormat.MARKDOWN, "x", Set.of(), Set.of(below), Set.of("PIT tag")));
        posts.publish(post.id(), post.version());
        CategoryTree tree = categories.tree();
        assertThat(tree.find(below).orElseThrow().path()).containsExactly("PIT shelf", "PIT board");
        List<Long> all = tree.find(top).orElseThrow().below();
        assertThat(published.inCategories(all, 0, 10).rows())
                .extracting(Post::id)
                .containsExactly(post.id());
        Map<Long, Integer> counts = published.categoryCounts(tree);
        assertThat(counts.get(tree.find(top).orElseThrow().id())).isEqualTo(1);
        assertThat(published.tagged("pit-tag", 0, 10).total()).isEqualTo(1);
        assertThat(published.tags(1000)).contains(new PublishedPosts.TagCount("pit-tag", "PIT tag", 1));

        assertThatThrownBy(() -> categories.remove(below)).hasMessage("slug: HAS_POSTS");
        assertThatThrownBy(() -> categories.remove(top)).hasMessage("slug: HAS_CHILDREN");
        assertThatThrownBy(() -> categories.add("pit BOARD", top)).hasMessage("name: NAME_TAKEN");
        assertThatThrownBy(() ->
                        categories.change(top, tree.find(top).orElseThrow().version(), "PIT shelf", below))
                .hasMessage("parent: BELOW_ITSELF");
        String empty = categories.add("PIT empty", null).slug();
        categories.remove(empty);
        assertThat(categories.tree().find(empty)).isEmpty();
    }

    @Test
    void monthsAreThoseOfUtc() {
        Post post = posts.draft(draft("At the turn of the month", "x"));
        publishing.publish(post.id(), LONG_AGO);
        assertThat(published.months()).contains(new PublishedPosts.MonthCount(YearMonth.of(2019, 3), 1));
        assertThat(published
                        .between(LocalDate.of(2019, 3, 31), LocalDate.of(2019, 4, 1), 0, 10)
                        .rows())
                .extracting(Post::id)
                .containsExactly(post.id());
        assertThat(published
                        .between(LocalDate.of(2019, 4, 1), LocalDate.of(2019, 5, 1), 0, 10)
                        .total())
                .isZero();
    }

    private void server(String code, int position) {
        Server server = new Server(code, new Location("Perth", "AU"), Role.WEB_SERVER, Visibility.PUBLIC);
        server.moveTo(position);
        servers.add(server);
    }
}
