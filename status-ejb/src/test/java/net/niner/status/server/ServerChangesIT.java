package net.niner.status.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.niner.status.account.Actor;
import net.niner.status.account.Caller;
import net.niner.status.account.Forbidden;
import net.niner.status.account.Permission;
import net.niner.status.board.Board;
import net.niner.status.board.Glance;
import net.niner.status.board.Roster;
import net.niner.status.board.RosterLine;
import net.niner.status.board.ServerFilter;
import net.niner.status.board.ServerFilter.Sort;
import net.niner.status.platform.ChangedMeanwhile;
import net.niner.status.platform.Page;
import net.niner.status.probe.Outcome;
import net.niner.status.server.InvalidServer.Fault;
import net.niner.status.server.InvalidServer.Problem;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class ServerChangesIT {

    @EJB
    private ServerChanges changes;

    @Resource
    private ManagedExecutorService threads;

    @EJB
    private Servers servers;

    @EJB
    private Roster roster;

    @EJB
    private Board board;

    @BeforeEach
    void actAsAPerson() {
        Caller.bind(new Actor(null, "ann@example.org", "192.0.2.7", Set.of(Permission.READ, Permission.SERVERS)));
    }

    @AfterEach
    void actAsNobody() {
        Caller.forget();
    }

    @Test
    void aNewServerStandsAtTheEnd() {
        changes.add(draft("CHG-1", "Perth", null));
        Page<RosterLine> all = roster.page(ServerFilter.ALL, Sort.PLACE, true, 0, 1000);
        RosterLine last = all.rows().get(all.total() - 1);
        assertThat(last.code()).isEqualTo("CHG-1");
        assertThat(last.place()).isEqualTo(all.total());
        assertThat(servers.find("CHG-1").orElseThrow().changedBy()).contains("ann@example.org");
    }

    @Test
    void twoWhoChangeTheSameNoticeEachOther() {
        changes.add(draft("CHG-2", "Perth", null));
        int seen = servers.find("CHG-2").orElseThrow().version();
        Caller.as(
                new Actor(null, "bob@example.org", null, Set.of(Permission.SERVERS)),
                () -> changes.change(seen, draft("CHG-2", "Sydney", null)));
        ChangedMeanwhile told = catchThrowableOfType(
                ChangedMeanwhile.class, () -> changes.change(seen, draft("CHG-2", "Hobart", null)));
        assertThat(told.by()).isEqualTo("bob@example.org");
        assertThat(servers.find("CHG-2").orElseThrow().location().city()).isEqualTo("Sydney");
    }

    @Test
    void whatLeavesEverythingAsItWasIsNobodysChange() {
        changes.add(draft("CHG-N", "Perth", null));
        int seen = servers.find("CHG-N").orElseThrow().version();
        Caller.as(
                new Actor(null, "bob@example.org", null, Set.of(Permission.SERVERS)),
                () -> changes.change(seen, draft("CHG-N", " Perth ", null)));
        Server server = servers.find("CHG-N").orElseThrow();
        assertThat(server.version()).isEqualTo(seen);
        assertThat(server.changedBy()).contains("ann@example.org");
    }

    @Test
    void twoWhoMakeEachOthersServerTheParentCloseNoCircle() throws Exception {
        for (int round = 0; round < 5; round++) {
            String one = "CHG-A" + round;
            String other = "CHG-B" + round;
            changes.add(draft(one, "Perth", null));
            changes.add(draft(other, "Perth", null));
            CyclicBarrier together = new CyclicBarrier(2);
            CompletableFuture<Boolean> first = dependsAtOnce(together, one, other);
            CompletableFuture<Boolean> second = dependsAtOnce(together, other, one);
            assertThat(first.get(60, TimeUnit.SECONDS)).isNotEqualTo(second.get(60, TimeUnit.SECONDS));
        }
    }

    private CompletableFuture<Boolean> dependsAtOnce(CyclicBarrier together, String code, String parent) {
        int seen = servers.find(code).orElseThrow().version();
        Actor ann = Caller.required();
        return CompletableFuture.supplyAsync(
                () -> Caller.as(ann, () -> {
                    try {
                        together.await(60, TimeUnit.SECONDS);
                        changes.change(seen, draft(code, "Perth", parent));
                        return true;
                    } catch (InvalidServer refused) {
                        return false;
                    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                        throw new IllegalStateException(e);
                    }
                }),
                threads);
    }

    @Test
    void aMoveIsNoChangeThatAnybodyNotices() {
        changes.add(draft("CHG-3", "Perth", null));
        changes.add(draft("CHG-4", "Perth", null));
        int seen = servers.find("CHG-3").orElseThrow().version();
        changes.move("CHG-4", 0);
        assertThat(servers.codes()).first().isEqualTo("CHG-4");
        changes.move("CHG-4", 10_000);
        assertThat(servers.codes()).last().isEqualTo("CHG-4");
        changes.change(seen, draft("CHG-3", "Hobart", null));
        assertThat(servers.all()).extracting(Server::position).doesNotHaveDuplicates();
    }

    @Test
    void everythingThatIsWrongIsNamed() {
        InvalidServer refused = catchThrowableOfType(
                InvalidServer.class,
                () -> changes.add(new ServerDraft("no code", " ", "XX", Role.OTHER, Visibility.PUBLIC, "NONE", null)));
        assertThat(refused.problems())
                .containsExactly(
                        new Problem("code", Fault.CODE),
                        new Problem("city", Fault.CITY),
                        new Problem("country", Fault.COUNTRY),
                        new Problem("parent", Fault.PARENT));
        changes.add(draft("CHG-5", "Perth", null));
        changes.add(draft("CHG-6", "Perth", "CHG-5"));
        assertThat(catchThrowableOfType(InvalidServer.class, () -> changes.add(draft("CHG-5", "Perth", null)))
                        .problems())
                .containsExactly(new Problem("code", Fault.CODE_TAKEN));
        int seen = servers.find("CHG-5").orElseThrow().version();
        assertThat(catchThrowableOfType(
                                InvalidServer.class, () -> changes.change(seen, draft("CHG-5", "Perth", "CHG-6")))
                        .problems())
                .containsExactly(new Problem("parent", Fault.PARENT_ITSELF));
    }

    @Test
    void aRetiredServerLeavesThePageAndComesBack() {
        changes.add(draft("CHG-7", "Perth", null));
        changes.retire("CHG-7");
        assertThat(board.glance().lines()).extracting(Glance.Line::code).doesNotContain("CHG-7");
        assertThat(found(new ServerFilter("chg-7", null, null, true, null))).isEqualTo(1);
        assertThat(found(new ServerFilter("chg-7", null, null, false, null))).isZero();
        changes.bringBack("CHG-7");
        assertThat(board.glance().lines()).extracting(Glance.Line::code).contains("CHG-7");
    }

    @Test
    void theRosterFindsAndSorts() {
        changes.add(draft("CHG-8", "100% Perth", null));
        changes.add(draft("CHG-9", "100 Perth", null));
        assertThat(found(new ServerFilter("100% p", null, null, null, null))).isEqualTo(1);
        assertThat(found(new ServerFilter("100", Role.OTHER, Visibility.PUBLIC, false, Outcome.UNKNOWN)))
                .isEqualTo(2);
        assertThat(found(new ServerFilter("100", null, null, null, Outcome.DOWN)))
                .isZero();
        for (Sort sort : Sort.values()) {
            Page<RosterLine> page = roster.page(new ServerFilter("100", null, null, null, null), sort, false, 1, 1);
            assertThat(page.total()).as(sort.name()).isEqualTo(2);
            assertThat(page.rows()).as(sort.name()).hasSize(1);
        }
    }

    @Test
    void whatIsObservedIsTheSameHoweverTheListIsSorted() {
        ServerFilter one = new ServerFilter("NC042", null, null, null, null);
        assertThat(roster.page(one, Sort.CODE, true, 0, 10).rows())
                .isEqualTo(roster.page(one, Sort.OBSERVED, true, 0, 10).rows())
                .singleElement()
                .extracting(RosterLine::checks)
                .isEqualTo(1);
    }

    @Test
    void whoMayOnlyReadChangesNothing() {
        Caller.bind(new Actor(null, "eve@example.org", null, Set.of(Permission.READ)));
        assertThat(roster.page(ServerFilter.ALL, Sort.CODE, true, 0, 1).rows()).hasSize(1);
        assertThatThrownBy(() -> changes.add(draft("CHG-X", "Perth", null))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> changes.retire("NC036")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> changes.move("NC036", 0)).isInstanceOf(Forbidden.class);
        Caller.forget();
        assertThatThrownBy(() -> roster.page(ServerFilter.ALL, Sort.CODE, true, 0, 1))
                .isInstanceOf(Forbidden.class);
        assertThat(servers.find("CHG-X")).isEmpty();
    }

    private int found(ServerFilter filter) {
        return roster.page(filter, Sort.CODE, true, 0, 10).total();
    }

    private static ServerDraft draft(String code, String city, String parent) {
        return new ServerDraft(code, city, "AU", Role.OTHER, Visibility.PUBLIC, parent, null);
    }
}
