package net.niner.status.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ejb.EJB;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.niner.status.account.Actor;
import net.niner.status.account.Caller;
import net.niner.status.account.Forbidden;
import net.niner.status.account.Permission;
import net.niner.status.history.LatencySeries;
import net.niner.status.history.Outages;
import net.niner.status.history.Sample;
import net.niner.status.history.Samples;
import net.niner.status.history.Span;
import net.niner.status.platform.ChangedMeanwhile;
import net.niner.status.platform.Page;
import net.niner.status.probe.CheckFilter.Sort;
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

@ExtendWith(ArquillianExtension.class)
class CheckChangesIT {

    private static final Map<String, String> MAIL =
            Map.of("host", "192.0.2.1", "security", "tls", "user", "info", "password", "open-sesame");

    @EJB
    private CheckChanges changes;

    @EJB
    private Checks checks;

    @EJB
    private ServerChanges serverChanges;

    @EJB
    private Servers servers;

    @EJB
    private ServersExport export;

    @EJB
    private ServersImport imports;

    @EJB
    private Trials trials;

    @EJB
    private Samples samples;

    @EJB
    private Outages outages;

    @BeforeEach
    void actAsAPerson() {
        Caller.bind(new Actor(null, "ann@example.org", "192.0.2.7", Set.of(Permission.READ, Permission.SERVERS)));
        for (String code : List.of("DSK-1", "DSK-2")) {
            if (servers.find(code).isEmpty()) {
                serverChanges.add(new ServerDraft(code, "Perth", "AU", Role.OTHER, Visibility.PUBLIC, null, null));
            }
        }
    }

    @AfterEach
    void actAsNobody() {
        Caller.forget();
    }

    @Test
    void aSecretStaysAndShowsNowhere() {
        long id = changes.add("DSK-1", draft("mail", Kind.IMAP, MAIL));
        CheckSheet sheet = checks.sheet(id);
        assertThat(sheet.toString()).doesNotContain("open-sesame");
        assertThat(sheet.draft().fields()).containsEntry("password", "").containsEntry("host", "192.0.2.1");

        changes.change(id, sheet.version(), renamed(sheet.draft(), "post"));
        assertThat(checks.sheet(id).draft().name()).isEqualTo("post");

        CheckDraft elsewhere = draft(
                "post", Kind.IMAP, Map.of("host", "192.0.2.66", "security", "tls", "user", "info", "password", ""));
        int version = checks.sheet(id).version();
        InvalidCheck refused = catchThrowableOfType(InvalidCheck.class, () -> changes.change(id, version, elsewhere));
        assertThat(refused.problems())
                .extracting(InvalidSettings.Problem::fault)
                .containsExactly(Fault.SECRET_ANEW);
        assertThat(catchThrowableOfType(InvalidCheck.class, () -> trials.begin(elsewhere, id))
                        .problems())
                .extracting(InvalidSettings.Problem::setting)
                .containsExactly("password");
    }

    @Test
    void twoWhoChangeTheSameNoticeEachOther() {
        long id = changes.add("DSK-1", draft("both", Kind.ICMP, Map.of("host", "192.0.2.1")));
        CheckSheet sheet = checks.sheet(id);
        Caller.as(
                new Actor(null, "bob@example.org", null, Set.of(Permission.SERVERS)),
                () -> changes.change(id, sheet.version(), draft("both", Kind.ICMP, Map.of("host", "192.0.2.2"))));
        ChangedMeanwhile told = catchThrowableOfType(
                ChangedMeanwhile.class,
                () -> changes.change(id, sheet.version(), draft("both", Kind.ICMP, Map.of("host", "192.0.2.3"))));
        assertThat(told.by()).isEqualTo("bob@example.org");
        assertThat(checks.sheet(id).draft().fields()).containsEntry("host", "192.0.2.2");
    }

    @Test
    void whatIsCopiedPausedAndRemovedShows() {
        long id = changes.add("DSK-1", draft("model", Kind.IMAP, MAIL));
        long copy = changes.copy(id, "DSK-2", "twin");
        assertThat(checks.sheet(copy).server()).isEqualTo("DSK-2");
        changes.pause(copy);
        assertThat(page(new CheckFilter("twin", Kind.IMAP, "DSK-2", Outcome.UNKNOWN, true)))
                .isEqualTo(1);
        changes.resume(copy);
        assertThat(page(new CheckFilter("twin", null, null, null, true))).isZero();
        assertThat(catchThrowableOfType(InvalidCheck.class, () -> changes.copy(id, "DSK-1", "model"))
                        .problems())
                .extracting(InvalidSettings.Problem::fault)
                .containsExactly(Fault.NAME_TAKEN);
        changes.remove(copy);
        assertThatThrownBy(() -> checks.sheet(copy)).isInstanceOf(NoSuchCheck.class);
        for (Sort sort : Sort.values()) {
            Page<CheckReport> page = checks.page(CheckFilter.ALL, sort, false, 0, 1);
            assertThat(page.rows()).as(sort.name()).hasSize(1);
        }
    }

    @Test
    void anExportImportsAgainWithoutADifference() {
        changes.add("DSK-1", draft("exported", Kind.IMAP, MAIL));
        changes.add(
                "DSK-2",
                draft(
                        "page",
                        Kind.HTTP,
                        Map.of("url", "https://192.0.2.1/", "headers", "Authorization: Bearer open-sesame")));
        String all = export.all();
        assertThat(all).doesNotContain("open-sesame");
        assertThat(imports.dryRun(all).changes()).isEmpty();
        String one = export.of(List.of("DSK-2"));
        assertThat(one).contains("DSK-2").doesNotContain("DSK-1");
        assertThat(imports.apply(one).changes()).isEmpty();

        InvalidServersFile refused = catchThrowableOfType(
                InvalidServersFile.class,
                () -> imports.dryRun(one.replace("https://192.0.2.1/", "https://192.0.2.9/")));
        assertThat(refused.problems())
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .contains("anew");
    }

    @Test
    void onlyWhatWasShownIsApplied() {
        String file = "servers:\n  - { code: DSK-3, city: %s, country: AU, role: other }\n";
        imports.apply(file.formatted("Perth"));
        ImportReport shown = imports.dryRun(file.formatted("Hobart"));
        assertThat(shown.changes().get(0).differences())
                .containsExactly(new ImportReport.Difference("location", "Perth, AU", "Hobart, AU"));
        imports.apply(file.formatted("Sydney"));
        assertThatThrownBy(() -> imports.apply(file.formatted("Hobart"), shown.digest()))
                .isInstanceOf(PlanOutdated.class);
        assertThat(servers.find("DSK-3").orElseThrow().location().city()).isEqualTo("Sydney");
        ImportReport again = imports.dryRun(file.formatted("Hobart"));
        assertThat(imports.apply(file.formatted("Hobart"), again.digest()).changes())
                .hasSize(1);
    }

    @Test
    void aTrialShowsItsPhasesAndCountsForNothing() throws InterruptedException {
        CheckDraft draft = draft("self", Kind.HTTP, Map.of("url", "self:/"));
        long id = changes.add("DSK-1", draft);
        String trial = trials.begin(id);
        TrialProgress progress = ended(trial);
        assertThat(progress.steps()).extracting(TrialProgress.Step::phase).contains(Phase.RESOLVING, Phase.CONNECTING);
        assertThat(checks.sheet(id).report().measuredAt()).isNull();
        assertThat(trials.begin(draft, null)).isNotEqualTo(trial);
        assertThat(trials.progress("no such trial")).isEmpty();
    }

    @Test
    void theHistoryOfACheckIsThere() {
        long id = changes.add("DSK-1", draft("history", Kind.ICMP, Map.of("host", "192.0.2.1")));
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        samples.write(List.of(
                new Measurement(id, now.minusSeconds(7200), Outcome.UP, Duration.ofMillis(9), "long ago"),
                new Measurement(id, now.minusSeconds(60), Outcome.UP, Duration.ofMillis(10), "ok"),
                new Measurement(id, now.minusSeconds(30), Outcome.DOWN, null, "down")));
        assertThat(samples.latest(id, 2)).extracting(Sample::outcome).containsExactly(Outcome.DOWN, Outcome.UP);
        LatencySeries hour = samples.latencies(id, Span.HOUR);
        assertThat(hour.points()).extracting(LatencySeries.Point::median).contains(Duration.ofMillis(10));
        assertThat(hour.points().stream().mapToInt(LatencySeries.Point::count).sum())
                .isEqualTo(2);
        assertThat(samples.latencies(id, Span.DAY).points()).hasSizeBetween(2, 3);
        assertThat(outages.latest(id, 5)).isEmpty();
    }

    @Test
    void whoMayOnlyReadChangesNothing() {
        long id = changes.add("DSK-1", draft("kept", Kind.ICMP, Map.of("host", "192.0.2.1")));
        Caller.bind(new Actor(null, "eve@example.org", null, Set.of(Permission.READ)));
        CheckSheet sheet = checks.sheet(id);
        assertThatThrownBy(() -> changes.change(id, sheet.version(), sheet.draft()))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> changes.remove(id)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> changes.pause(id)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> trials.begin(id)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> trials.begin(sheet.draft(), id)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> imports.dryRun("servers:")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> imports.apply("servers:")).isInstanceOf(Forbidden.class);
    }

    private TrialProgress ended(String trial) throws InterruptedException {
        Instant patience = Instant.now().plusSeconds(20);
        TrialProgress progress = trials.progress(trial).orElseThrow();
        while (!progress.ended() && Instant.now().isBefore(patience)) {
            Thread.sleep(20);
            progress = trials.progress(trial).orElseThrow();
        }
        assertThat(progress.ended()).isTrue();
        return progress;
    }

    private int page(CheckFilter filter) {
        return checks.page(filter, Sort.SERVER, true, 0, 10).total();
    }

    private static CheckDraft draft(String name, Kind kind, Map<String, String> fields) {
        return new CheckDraft(name, kind, fields, Map.of(), true, true);
    }

    private static CheckDraft renamed(CheckDraft draft, String name) {
        return new CheckDraft(
                name, draft.kind(), draft.fields(), draft.rules(), draft.isPublic(), draft.countsForPing());
    }
}
