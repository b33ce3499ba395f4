package net.niner.status.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import net.niner.status.account.Actor;
import net.niner.status.account.Caller;
import net.niner.status.account.Forbidden;
import net.niner.status.account.Permission;
import net.niner.status.maintenance.InvalidMaintenance.Fault;
import net.niner.status.maintenance.InvalidMaintenance.Problem;
import net.niner.status.platform.ChangedMeanwhile;
import net.niner.status.platform.Rows;
import net.niner.status.post.Post;
import net.niner.status.post.PublishedPosts;
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

/** Windows, from their plan to their end. */
@ExtendWith(ArquillianExtension.class)
class MaintenanceIT {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final MaintenanceNews NONE = MaintenanceNews.none();

    @EJB
    private MaintenanceChanges changes;

    @EJB
    private MaintenanceWindows windows;

    @EJB
    private MaintenanceTimes times;

    @EJB
    private PublishedPosts posts;

    @EJB
    private Servers servers;

    @EJB
    private ServerChanges serverChanges;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @BeforeEach
    void actAsAPerson() {
        Caller.bind(new Actor(
                null,
                "ann@example.org",
                "192.0.2.7",
                Set.of(Permission.READ, Permission.SERVERS, Permission.MAINTENANCE)));
    }

    @AfterEach
    void actAsNobody() {
        Caller.forget();
    }

    @Test
    void aWindowIsAnnouncedBegunVerifiedAndEndedByHand() {
        server("MNT-1", null);
        long id = changes.plan(
                draft("New disks", NOW.plus(Duration.ofHours(2)), Duration.ofHours(1), false, "MNT-1"),
                new MaintenanceNews("", "We change **two** disks."));
        MaintenanceWindow planned = windows.find(id).orElseThrow();
        assertThat(planned.state()).isEqualTo(MaintenanceState.PLANNED);
        assertThat(planned.codes()).containsExactly("MNT-1");
        assertThat(windows.upcoming()).extracting(MaintenanceWindow::id).contains(id);
        assertThat(windows.isQuiet(serverId("MNT-1"), NOW)).isFalse();
        assertThat(planned.updates()).singleElement().satisfies(update -> {
            assertThat(update.state()).isEqualTo(MaintenanceState.PLANNED);
            assertThat(update.post().title()).isEqualTo("MNT-1: New disks");
            assertThat(update.post().html()).contains("<strong>two</strong>");
        });

        int seen = version(id);
        changes.start(id, seen, new MaintenanceNews("New disks: we begin", "Now."));
        assertThatThrownBy(() -> changes.complete(id, seen, NONE)).isInstanceOf(ChangedMeanwhile.class);
        assertThatThrownBy(() -> changes.verify(id, seen, NONE)).isInstanceOf(ChangedMeanwhile.class);
        assertThatThrownBy(() -> changes.cancel(id, seen, "Too late", NONE)).isInstanceOf(ChangedMeanwhile.class);
        assertThat(windows.active()).extracting(MaintenanceWindow::id).contains(id);
        assertThat(windows.isQuiet(serverId("MNT-1"), Instant.now())).isTrue();
        changes.verify(id, version(id), NONE);
        assertThat(windows.active()).extracting(MaintenanceWindow::id).contains(id);
        changes.complete(id, version(id), new MaintenanceNews("New disks: done", "Thank you for your patience."));

        MaintenanceWindow done = windows.find(id).orElseThrow();
        assertThat(done.state()).isEqualTo(MaintenanceState.COMPLETED);
        assertThat(done.actualFrom().orElseThrow()).isBefore(done.plannedFrom());
        assertThat(windows.isQuiet(serverId("MNT-1"), Instant.now())).isFalse();
        assertThat(windows.past(0, 5).rows()).extracting(MaintenanceWindow::id).contains(id);
        assertThat(posts.about("MNT-1", 0, 10).rows())
                .extracting(Post::title)
                .containsExactlyInAnyOrder("MNT-1: New disks: done", "MNT-1: New disks: we begin", "MNT-1: New disks");
        assertThat(posts.about("MNT-1", 0, 1).rows().get(0).categories())
                .extracting(category -> category.slug())
                .containsExactly("maintenance");
        assertThat(trail("MNT-1: New disks"))
                .containsExactly("maintenance.plan", "maintenance.start", "maintenance.verify", "maintenance.complete");
        assertThatThrownBy(() -> changes.start(id, version(id), NONE))
                .isInstanceOfSatisfying(InvalidMaintenance.class, refusal -> assertThat(refusal.problems())
                        .containsExactly(new Problem("state", Fault.STATE, "COMPLETED")));
    }

    @Test
    void aWindowBeginsAndEndsAtItsTimeAndOnlyOnce() {
        server("MNT-2", null);
        Instant from = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(1));
        long id = changes.plan(draft("Kernel", from, Duration.ofHours(1), true, "MNT-2"), NONE);
        assertThat(times.nextDue().orElseThrow()).isBeforeOrEqualTo(from);
        times.advance(from.minusSeconds(1));
        assertThat(windows.find(id).orElseThrow().state()).isEqualTo(MaintenanceState.PLANNED);

        assertThat(times.advance(from)).isPositive();
        times.advance(from.plusSeconds(5));
        assertThat(windows.find(id).orElseThrow().state()).isEqualTo(MaintenanceState.IN_PROGRESS);
        times.advance(from.plus(Duration.ofHours(3)));
        MaintenanceWindow done = windows.find(id).orElseThrow();
        assertThat(done.state()).isEqualTo(MaintenanceState.COMPLETED);
        // the last change of its plan was its start, so it took place as planned, though nobody looked for hours
        assertThat(done.actualFrom()).contains(from);
        assertThat(done.actualUntil()).contains(from.plus(Duration.ofHours(1)));
        assertThat(windows.spans(serverId("MNT-2"), from.plusSeconds(60), from.plusSeconds(61)))
                .containsExactly(new MaintenanceSpan(id, from, from.plus(Duration.ofHours(1))));
        assertThat(windows.spans(serverId("MNT-2"), from.plus(Duration.ofHours(1)), from.plus(Duration.ofHours(2))))
                .isEmpty();
        assertThat(trail("MNT-2: Kernel"))
                .containsExactly("maintenance.plan", "maintenance.advance", "maintenance.advance");
    }

    @Test
    void aWindowIsMovedExtendedAndCancelledWithAReason() {
        server("MNT-3", null);
        Instant from = NOW.plus(Duration.ofHours(5));
        long id = changes.plan(draft("Cables", from, Duration.ofHours(1), true, "MNT-3"), NONE);
        String uid = windows.find(id).orElseThrow().uid();
        int first = version(id);
        changes.move(id, first, from.plusSeconds(600), from.plusSeconds(4_200), NONE);
        assertThatThrownBy(() -> changes.extend(id, first, Duration.ofMinutes(30), NONE))
                .isInstanceOf(ChangedMeanwhile.class);
        changes.extend(id, version(id), Duration.ofMinutes(30), NONE);
        MaintenanceWindow moved = windows.find(id).orElseThrow();
        assertThat(moved.plannedFrom()).isEqualTo(from.plusSeconds(600));
        assertThat(moved.plannedUntil()).isEqualTo(from.plusSeconds(6_000));
        assertThat(moved.version()).isGreaterThan(first);
        assertThat(moved.uid()).isEqualTo(uid);

        assertThatThrownBy(() -> changes.cancel(id, version(id), " ", NONE)).isInstanceOf(InvalidMaintenance.class);
        changes.cancel(id, version(id), "The supplier is late", NONE);
        MaintenanceWindow cancelled = windows.find(id).orElseThrow();
        assertThat(cancelled.state()).isEqualTo(MaintenanceState.CANCELLED);
        assertThat(cancelled.cancelReason()).contains("The supplier is late");
        assertThat(windows.spans(serverId("MNT-3"), NOW, from.plus(Duration.ofDays(1))))
                .isEmpty();
        times.advance(from.plus(Duration.ofDays(1)));
        assertThat(windows.find(id).orElseThrow().state()).isEqualTo(MaintenanceState.CANCELLED);
    }

    @Test
    void othersOnTheSameServersOrOnThoseTheyDependOnAreNamed() {
        server("MNT-4", null);
        server("MNT-5", "MNT-4");
        server("MNT-6", null);
        Instant from = NOW.plus(Duration.ofDays(3));
        long parent = changes.plan(draft("Switch", from, Duration.ofHours(1), true, "MNT-4"), NONE);
        assertThat(windows.overlaps(Set.of("MNT-5"), from, from.plusSeconds(60), null))
                .singleElement()
                .satisfies(overlap -> {
                    assertThat(overlap.windowId()).isEqualTo(parent);
                    assertThat(overlap.servers()).isEmpty();
                    assertThat(overlap.related()).containsExactly("MNT-4");
                });
        assertThat(windows.overlaps(Set.of("MNT-4"), from, from.plusSeconds(60), null))
                .extracting(Overlap::servers)
                .containsExactly(Set.of("MNT-4"));
        assertThat(windows.overlaps(Set.of("MNT-4"), from, from.plusSeconds(60), parent))
                .isEmpty();
        assertThat(windows.overlaps(Set.of("MNT-6"), from, from.plusSeconds(60), null))
                .isEmpty();
        Instant end = from.plus(Duration.ofHours(1));
        assertThat(windows.overlaps(Set.of("MNT-4"), end, end.plusSeconds(60), null))
                .isEmpty();
        // the child is quiet while its parent is worked on
        changes.start(parent, version(parent), NONE);
        assertThat(windows.isQuiet(serverId("MNT-5"), Instant.now())).isTrue();
        assertThat(windows.isQuiet(serverId("MNT-6"), Instant.now())).isFalse();
        changes.cancel(parent, version(parent), "only a test", NONE);
        assertThat(windows.spans(serverId("MNT-4"), NOW, from)).hasSize(1);
    }

    @Test
    void allThatIsWrongIsSaidAtOnceAndNothingIsKept() {
        InvalidMaintenance refusal = catchThrowableOfType(
                InvalidMaintenance.class,
                () -> changes.plan(
                        new MaintenanceDraft(" ", Set.of("NO-SUCH"), NOW, NOW, true, true),
                        new MaintenanceNews("", "Never published")));
        assertThat(refusal.problems())
                .extracting(Problem::fault)
                .containsExactly(Fault.TITLE_MISSING, Fault.NO_SUCH_SERVER, Fault.ENDS_BEFORE);
        assertThatThrownBy(() -> Caller.as(
                        new Actor(null, "reader", null, Set.of(Permission.READ)), () -> changes.complete(1, 1, NONE)))
                .isInstanceOf(Forbidden.class);
    }

    private int version(long id) {
        return windows.find(id).orElseThrow().version();
    }

    private List<String> trail(String subject) {
        return Rows.query(
                dataSource,
                "select action from audit_event where subject = ? order by id",
                row -> row.getString("action"),
                subject);
    }

    private long serverId(String code) {
        return servers.find(code).orElseThrow().id();
    }

    private void server(String code, String parent) {
        serverChanges.add(new ServerDraft(code, "Perth", "AU", Role.OTHER, Visibility.PUBLIC, parent, null));
    }

    private static MaintenanceDraft draft(
            String title, Instant from, Duration length, boolean itself, String... codes) {
        return new MaintenanceDraft(title, Set.of(codes), from, from.plus(length), itself, itself);
    }
}
