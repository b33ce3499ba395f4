package net.niner.status.incident;

import static net.niner.status.incident.Impact.DEGRADED;
import static net.niner.status.incident.Impact.MAJOR_OUTAGE;
import static net.niner.status.incident.Impact.PARTIAL_OUTAGE;
import static net.niner.status.incident.IncidentState.IDENTIFIED;
import static net.niner.status.incident.IncidentState.INVESTIGATING;
import static net.niner.status.incident.IncidentState.MONITORING;
import static net.niner.status.incident.IncidentState.RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import net.niner.status.account.Actor;
import net.niner.status.account.Audit;
import net.niner.status.account.AuditEvent;
import net.niner.status.account.AuditFilter;
import net.niner.status.account.Caller;
import net.niner.status.account.Forbidden;
import net.niner.status.account.Permission;
import net.niner.status.history.Outages;
import net.niner.status.incident.InvalidIncident.Fault;
import net.niner.status.incident.InvalidIncident.Problem;
import net.niner.status.maintenance.MaintenanceChanges;
import net.niner.status.maintenance.MaintenanceDraft;
import net.niner.status.maintenance.MaintenanceNews;
import net.niner.status.maintenance.MaintenanceWindows;
import net.niner.status.platform.ChangedMeanwhile;
import net.niner.status.post.Categories;
import net.niner.status.post.Category;
import net.niner.status.post.Post;
import net.niner.status.post.PublishedPosts;
import net.niner.status.probe.CheckChanges;
import net.niner.status.probe.CheckReport;
import net.niner.status.probe.CheckStates;
import net.niner.status.probe.Checks;
import net.niner.status.probe.DueCheck;
import net.niner.status.probe.Judgement;
import net.niner.status.probe.Measurement;
import net.niner.status.probe.Outcome;
import net.niner.status.probe.Probed;
import net.niner.status.probe.ServersImport;
import net.niner.status.server.Servers;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Incidents through the database, and outages that propose them. */
@ExtendWith(ArquillianExtension.class)
class IncidentsIT {

    private static final Instant START =
            Instant.now().minus(Duration.ofMinutes(30)).truncatedTo(ChronoUnit.SECONDS);

    @EJB
    private Incidents incidents;

    @EJB
    private PublishedIncidents published;

    @EJB
    private OpenIncidents open;

    @EJB
    private IncidentRecords records;

    @EJB
    private ProposalRules rules;

    @EJB
    private DueIncidents due;

    @EJB
    private UpdateTemplates templates;

    @EJB
    private PublishedPosts posts;

    @EJB
    private Servers servers;

    @EJB
    private ServersImport imports;

    @EJB
    private Checks checks;

    @EJB
    private CheckChanges changes;

    @EJB
    private Categories categories;

    @Resource
    private ManagedExecutorService executor;

    @EJB
    private CheckStates states;

    @EJB
    private Outages outages;

    @EJB
    private MaintenanceChanges maintenance;

    @EJB
    private MaintenanceWindows windows;

    @EJB
    private Audit audit;

    @Inject
    private Heard heard;

    /** What was published, once that was certain. */
    @ApplicationScoped
    static class Heard {

        private final List<IncidentPublished> events = new CopyOnWriteArrayList<>();

        void published(@Observes(during = TransactionPhase.AFTER_SUCCESS) IncidentPublished event) {
            events.add(event);
        }

        List<Integer> of(long incident) {
            return events.stream()
                    .filter(event -> event.incidentId() == incident)
                    .map(IncidentPublished::updateNumber)
                    .toList();
        }
    }

    @BeforeEach
    void actAsAPerson() {
        Caller.bind(new Actor(null, "ann@example.org", "192.0.2.7", Set.of(Permission.values())));
    }

    @AfterEach
    void actAsNobody() {
        Caller.forget();
    }

    @Test
    void anIncidentIsDeclaredTellsItsUpdatesAsPostsAndEnds() {
        newCheck("INC-1");
        newCheck("INC-2");
        long id = incidents.open(draft("No mail moves", Map.of("INC-1", MAJOR_OUTAGE)), true, null);
        Incident incident = incident(id);
        assertThat(declared("INC-1")).containsExactly(MAJOR_OUTAGE);
        assertThat(incident.title()).isEqualTo("INC-1: No mail moves");
        Post first = incident.updates().get(0).post();
        assertThat(posts.at(first.path().orElseThrow()).orElseThrow().title()).isEqualTo("INC-1: No mail moves");
        assertThat(first.categories()).extracting(Category::slug).containsExactly("incidents");
        assertThat(first.html()).contains("<em>look</em>");

        int number = incidents.update(
                id,
                incident.version(),
                new UpdateDraft("Found it.", IDENTIFIED, Map.of("INC-1", DEGRADED, "INC-2", PARTIAL_OUTAGE)));
        assertThat(number).isEqualTo(2);
        assertThat(declared("INC-1")).containsExactly(DEGRADED);
        assertThat(declared("INC-2")).containsExactly(PARTIAL_OUTAGE);
        assertThat(incident(id).latest().orElseThrow().post().title()).isEqualTo("INC-1, INC-2: Update 2");
        assertThat(published.unresolved()).extracting(Incident::id).contains(id);

        incidents.resolve(id, version(id), "Over.");
        assertThat(declared("INC-1")).isEmpty();
        assertThat(published.unresolved()).extracting(Incident::id).doesNotContain(id);
        assertThat(published.latest(0, 1000).rows()).extracting(Incident::id).contains(id);
        Instant resolved = incident(id).resolved().orElseThrow();
        assertThat(published.impactSpans(server("INC-1"), START, Instant.now().plusSeconds(60)))
                .last()
                .satisfies(span -> assertThat(span.until()).isEqualTo(resolved));

        incidents.reopen(id, version(id), new UpdateDraft("Again.", INVESTIGATING, Map.of("INC-1", DEGRADED)));
        assertThat(declared("INC-1")).containsExactly(DEGRADED);
        incidents.update(id, version(id), new UpdateDraft("Over again.", RESOLVED, Map.of()));
        assertThat(incident(id).updates()).hasSize(5);
        assertThat(heard.of(id)).containsExactly(1, 2, 3, 4, 5);
        assertThat(actions("INC-1: No mail moves"))
                .containsExactly(
                        "incident.resolve", "incident.reopen", "incident.resolve", "incident.update", "incident.open");
        assertThat(published.of("INC-2", 10)).extracting(Incident::id).containsExactly(id);
    }

    @Test
    void whatIsRefusedLeavesNothingBehind() {
        newCheck("INC-3");
        int before = posts.latest(0, 0).total();
        assertThat(catchThrowableOfType(
                                InvalidIncident.class,
                                () -> incidents.open(
                                        new IncidentDraft(
                                                " ", "", Map.of(), Instant.now().plusSeconds(600)),
                                        true,
                                        null))
                        .problems())
                .containsExactly(
                        new Problem("title", Fault.TITLE_MISSING),
                        new Problem("text", Fault.TEXT_MISSING),
                        new Problem("impacts", Fault.NO_SERVER),
                        new Problem("began", Fault.FUTURE),
                        new Problem("noticed", Fault.NOTICED_BEFORE_BEGAN));
        long id = incidents.open(draft("Trouble", Map.of("INC-3", DEGRADED)), true, null);
        int seen = version(id);
        incidents.update(id, seen, new UpdateDraft("One.", IDENTIFIED, Map.of("INC-3", DEGRADED)));
        assertThat(catchThrowableOfType(
                                ChangedMeanwhile.class,
                                () -> incidents.update(
                                        id, seen, new UpdateDraft("Other.", MONITORING, Map.of("INC-3", DEGRADED))))
                        .by())
                .isEqualTo("ann@example.org");
        assertThatThrownBy(() -> incidents.update(
                        id, version(id), new UpdateDraft("Who?", MONITORING, Map.of("NOBODY", DEGRADED))))
                .isInstanceOf(InvalidIncident.class);
        assertThatThrownBy(() -> incidents.discard(id, version(id))).isInstanceOf(InvalidIncident.class);
        assertThat(posts.latest(0, 0).total()).isEqualTo(before + 2);
        incidents.resolve(id, version(id), "Over.");
    }

    @Test
    void correctedTimesAreWhatTheSpansSay() {
        newCheck("INC-4");
        long id = incidents.open(draft("Trouble", Map.of("INC-4", DEGRADED)), true, null);
        incidents.resolve(id, version(id), "Over.");
        Times times = new Times(START, START.plusSeconds(90), START.plusSeconds(600));
        incidents.correct(id, version(id), times);
        assertThat(incident(id).times()).isEqualTo(times);
        assertThat(published.impactSpans(server("INC-4"), START, START.plusSeconds(1)))
                .containsExactly(new ImpactSpan(DEGRADED, START, START.plusSeconds(600)));
        assertThat(published.impactSpans(server("INC-4"), START.plusSeconds(600), Instant.now()))
                .isEmpty();
        assertThatThrownBy(() -> incidents.correct(id, version(id), new Times(START, START.minusSeconds(1), START)))
                .isInstanceOf(InvalidIncident.class);
        assertThat(published.beganIn(START, START.plusSeconds(1)))
                .extracting(Incident::id)
                .contains(id);
        assertThat(published.earliest().orElseThrow()).isBeforeOrEqualTo(START);
    }

    @Test
    void aDraftIsSeenByNobodyUntilItIsPublished() {
        newCheck("INC-5");
        long id = incidents.open(draft("Perhaps", Map.of("INC-5", MAJOR_OUTAGE)), false, null);
        assertThat(declared("INC-5")).isEmpty();
        assertThat(published.find(id)).isEmpty();
        assertThat(records.drafts()).extracting(Incident::id).contains(id);
        incidents.redraft(id, version(id), draft("Certainly", Map.of("INC-5", DEGRADED)), true);
        assertThat(declared("INC-5")).containsExactly(DEGRADED);
        assertThat(incident(id).title()).isEqualTo("INC-5: Certainly");
        incidents.resolve(id, version(id), "Over.");
        assertThat(records.resolved("certAINly", IncidentRecords.Sort.BEGAN, false, 0, 10)
                        .rows())
                .extracting(Incident::id)
                .containsExactly(id);

        long other = incidents.open(draft("No", Map.of("INC-5", DEGRADED)), false, null);
        incidents.discard(other, version(other));
        assertThat(records.look(other)).isEmpty();
    }

    /** A row of the table of rules: what an outage of some length leads to. */
    private record Case(
            ProposalKind kind, int after, boolean drafted, boolean publishedAtTwo, boolean publishedAtTen) {}

    @Test
    void outagesProposeWhatTheRuleOfTheServerSays() {
        int i = 0;
        for (Case row : List.of(
                new Case(null, 0, false, false, false),
                new Case(ProposalKind.ALERT_ONLY, 0, false, false, false),
                new Case(ProposalKind.DRAFT, 0, true, false, false),
                new Case(ProposalKind.PUBLISH, 0, true, true, true),
                new Case(ProposalKind.PUBLISH, 10, true, false, true))) {
            String code = "INC-R" + i++;
            long check = newCheck(code);
            if (row.kind() != null) {
                rules.change(code, row.kind(), row.after());
            }
            record(check, "DDD");
            assertThat(drafts(code)).as(row.toString()).hasSize(row.drafted() ? 1 : 0);
            due.publishDue(minute(2));
            assertThat(declared(code)).as(row.toString()).hasSize(row.publishedAtTwo() ? 1 : 0);
            due.publishDue(minute(10));
            assertThat(declared(code)).as(row.toString()).hasSize(row.publishedAtTen() ? 1 : 0);
            assertThat(due.publishDue(minute(10))).isZero();
            end(code);
        }
    }

    @Test
    void anOutageThatEndsLeavesADraftWithANoteAndAnotherJoinsIt() {
        long check = newCheck("INC-6");
        rules.change("INC-6", ProposalKind.PUBLISH, 10);
        record(check, "DDD");
        Incident draft = drafts("INC-6").get(0);
        assertThat(draft.began()).isEqualTo(minute(0));
        assertThat(draft.noticed()).isEqualTo(minute(2));
        assertThat(draft.publishAt()).contains(minute(10));
        assertThat(draft.originCheck()).contains(check);
        assertThat(draft.draftText().orElseThrow()).contains("INC-6 has not answered");
        assertThat(records.lasting("INC-6").orElseThrow().began()).isEqualTo(minute(0));
        record(check, "...UU");
        Incident ended = drafts("INC-6").get(0);
        assertThat(ended.answersSince()).contains(minute(3));
        assertThat(ended.version()).isEqualTo(draft.version());
        assertThat(ended.publishAt()).isEmpty();
        assertThat(due.publishDue(minute(20))).isZero();
        record(check, ".....DDD");
        assertThat(drafts("INC-6")).singleElement().satisfies(same -> {
            assertThat(same.id()).isEqualTo(draft.id());
            assertThat(same.answersSince()).isEmpty();
            assertThat(same.publishAt()).contains(minute(15));
        });
        assertThat(records.evidence(draft)).hasSize(2);
        end("INC-6");
    }

    @Test
    void aFlappingCheckAndOneThatVisitorsDoNotSeeProposeNothing() {
        newCheck("INC-7");
        long hidden = check("INC-7", "hidden");
        long shown = check("INC-7", "shown");
        rules.change("INC-7", ProposalKind.DRAFT, 0);
        record(hidden, "DDD");
        assertThat(drafts("INC-7")).isEmpty();
        record(shown, "UDUDUDUUDDD...........UU");
        drafts("INC-7").forEach(draft -> incidents.discard(draft.id(), draft.version()));
        record(shown, "........................DDD");
        assertThat(drafts("INC-7")).isEmpty();
    }

    @Test
    void duringMaintenanceNothingIsProposedAndNothingPublishesItself() {
        long before = newCheck("INC-M1");
        long meanwhile = newCheck("INC-M2");
        rules.change("INC-M1", ProposalKind.PUBLISH, 0);
        rules.change("INC-M2", ProposalKind.DRAFT, 0);
        record(before, "DDD");
        Instant now = Instant.now();
        long window = maintenance.plan(
                new MaintenanceDraft(
                        "Move", Set.of("INC-M1", "INC-M2"), now, now.plus(Duration.ofHours(1)), false, false),
                MaintenanceNews.none());
        maintenance.start(window, windows.find(window).orElseThrow().version(), MaintenanceNews.none());
        record(meanwhile, ".".repeat(31) + "DDD");
        assertThat(drafts("INC-M2")).isEmpty();
        due.publishDue(Instant.now().plusSeconds(1));
        assertThat(drafts("INC-M1")).hasSize(1);
        maintenance.complete(window, windows.find(window).orElseThrow().version(), MaintenanceNews.none());
        due.publishDue(Instant.now().plusSeconds(1));
        assertThat(declared("INC-M1")).containsExactly(MAJOR_OUTAGE);
        assertThat(drafts("INC-M2"))
                .as("what outlives the work")
                .singleElement()
                .satisfies(draft -> assertThat(draft.began()).isEqualTo(minute(31)));
        end("INC-M1");
        end("INC-M2");
    }

    @Test
    void whatOnlyTheBackOfficeSeesKeepsNoDraftAlive() {
        long check = newCheck("INC-10");
        rules.change("INC-10", ProposalKind.PUBLISH, 10);
        record(check, "DDD");
        record(check("INC-10", "hidden"), "DDD");
        record(check, "...UU");
        assertThat(drafts("INC-10")).singleElement().satisfies(draft -> {
            assertThat(draft.answersSince()).contains(minute(3));
            assertThat(draft.publishAt()).isEmpty();
        });
        record(check("INC-10", "hidden"), "...UU.DDD");
        assertThat(drafts("INC-10")).singleElement().satisfies(draft -> assertThat(draft.publishAt())
                .isEmpty());
        end("INC-10");
    }

    @Test
    void aDraftOfLongAgoMakesRoomUnlessSomebodyWroteInIt() {
        long check = newCheck("INC-11");
        rules.change("INC-11", ProposalKind.PUBLISH, 10);
        record(check, "DDDUU");
        long old = drafts("INC-11").get(0).id();
        record(check, ".".repeat(24) + "DDDUU");
        Incident next = drafts("INC-11").get(0);
        assertThat(records.look(old)).isEmpty();
        assertThat(next.began()).isEqualTo(minute(24));
        assertThat(actions("INC-11: Does not answer"))
                .containsExactlyInAnyOrder("incident.propose", "incident.discard", "incident.propose");
        incidents.redraft(next.id(), next.version(), draft("Mine", Map.of("INC-11", DEGRADED)), false);
        record(check, ".".repeat(60) + "DDD");
        assertThat(drafts("INC-11")).extracting(Incident::began).containsExactlyInAnyOrder(minute(24), minute(60));
        end("INC-11");
    }

    @Test
    void checksOfOneServerThatFailTogetherAreOneIncidentWithTheWorstOfThem() {
        long ping = newCheck("INC-12");
        long other = check("INC-12", "also");
        rules.change("INC-12", ProposalKind.DRAFT, 0);
        record(other, "DD");
        record(ping, "DD");
        follow(List.of(judgement(other, 2, false), judgement(ping, 2, false)));
        assertThat(drafts("INC-12")).singleElement().satisfies(draft -> assertThat(draft.impacts())
                .containsExactly(Map.entry("INC-12", MAJOR_OUTAGE)));
        end("INC-12");
    }

    @Test
    void nothingIsPublishedOfACheckThatNobodyFollows() {
        long check = newCheck("INC-13");
        rules.change("INC-13", ProposalKind.PUBLISH, 0);
        record(check, "DDD");
        changes.pause(check);
        due.publishDue(minute(10));
        assertThat(declared("INC-13")).isEmpty();
        assertThat(drafts("INC-13")).singleElement().satisfies(draft -> assertThat(draft.publishAt())
                .isEmpty());
        end("INC-13");
    }

    @Test
    void onlyWhatIsOpenForTheServerTakesItsOutage() {
        long check = newCheck("INC-14");
        newCheck("INC-15");
        rules.change("INC-14", ProposalKind.DRAFT, 0);
        long forgotten = incidents.open(draft("Perhaps", Map.of("INC-14", DEGRADED)), false, null);
        long both = incidents.open(draft("Both", Map.of("INC-14", DEGRADED, "INC-15", DEGRADED)), true, null);
        incidents.update(both, version(both), new UpdateDraft("One.", IDENTIFIED, Map.of("INC-15", DEGRADED)));
        record(check, "DDD");
        assertThat(drafts("INC-14")).hasSize(2).extracting(Incident::id).contains(forgotten);
        end("INC-14");
    }

    @Test
    void anIncidentOfTwoServersAnswersAgainWhenBothDo() {
        long one = newCheck("INC-16");
        long two = newCheck("INC-17");
        long both = incidents.open(draft("Both", Map.of("INC-16", DEGRADED, "INC-17", DEGRADED)), true, null);
        record(one, "DDD");
        record(two, "DDD");
        record(one, "...UU");
        assertThat(incident(both).answersSince()).isEmpty();
        record(two, "....UU");
        assertThat(incident(both).answersSince()).contains(minute(4));
        end("INC-16");
    }

    @Test
    void aDraftThatSomebodyWroteInDoesNotPublishItself() {
        long check = newCheck("INC-18");
        rules.change("INC-18", ProposalKind.PUBLISH, 10);
        record(check, "DDD");
        Incident proposed = drafts("INC-18").get(0);
        incidents.redraft(proposed.id(), proposed.version(), draft("Not yet", Map.of("INC-18", DEGRADED)), false);
        record(check("INC-18", "also"), "DDD");
        assertThat(drafts("INC-18")).singleElement().satisfies(draft -> assertThat(draft.publishAt())
                .isEmpty());
        due.publishDue(minute(20));
        assertThat(declared("INC-18")).isEmpty();
        end("INC-18");
    }

    @Test
    void twoWhoNeedTheSameShelfFirstBothGetIt() {
        List<Category> got = Stream.of(1, 2, 3, 4)
                .map(i -> CompletableFuture.supplyAsync(() -> categories.shelf("at-once", "At once"), executor))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(got).extracting(Category::id).containsOnly(got.get(0).id());
        assertThat(actions("At once")).containsExactly("category.add");
    }

    @Test
    void templatesAreKeptByName() {
        UpdateTemplates.Draft draft = new UpdateTemplates.Draft("Kept", MONITORING, "{servers} works.", false);
        templates.add(draft);
        assertThat(catchThrowableOfType(InvalidIncident.class, () -> templates.add(draft))
                        .problems())
                .containsExactly(new Problem("name", Fault.NAME_TAKEN));
        UpdateTemplate kept = templates.all().stream()
                .filter(each -> each.name().equals("Kept"))
                .findFirst()
                .orElseThrow();
        templates.change(
                kept.id(), kept.version(), new UpdateTemplates.Draft("Kept", RESOLVED, "{servers} works.", false));
        assertThatThrownBy(() -> templates.change(kept.id(), kept.version(), draft))
                .isInstanceOf(ChangedMeanwhile.class);
        templates.remove(kept.id());
        assertThat(templates.look(kept.id())).isEmpty();
    }

    @Test
    void whoMayOnlyReadDeclaresNothing() {
        newCheck("INC-8");
        Caller.bind(new Actor(null, "eve@example.org", null, Set.of(Permission.READ, Permission.POSTS)));
        assertThatThrownBy(() -> incidents.open(draft("No", Map.of("INC-8", DEGRADED)), true, null))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> rules.change("INC-8", ProposalKind.DRAFT, 0)).isInstanceOf(Forbidden.class);
        assertThat(records.open()).isNotNull();
        Caller.forget();
        assertThatThrownBy(() -> records.open()).isInstanceOf(Forbidden.class);
        assertThat(declared("INC-8")).isEmpty();
    }

    private void end(String code) {
        records.open().stream()
                .filter(incident -> incident.servers().get(0).code().equals(code))
                .forEach(incident -> incidents.resolve(incident.id(), incident.version(), "Over."));
        drafts(code).forEach(draft -> incidents.discard(draft.id(), draft.version()));
    }

    private List<Incident> drafts(String code) {
        return records.drafts().stream()
                .filter(incident -> incident.servers().get(0).code().equals(code))
                .toList();
    }

    private List<Impact> declared(String code) {
        long server = server(code);
        return open.impaired().stream()
                .filter(impaired -> impaired.serverId() == server)
                .map(Impaired::impact)
                .toList();
    }

    private List<String> actions(String subject) {
        return audit.find(new AuditFilter(null, null, subject, null, null), 0, 100).stream()
                .filter(event -> event.subject().equals(subject))
                .map(AuditEvent::action)
                .toList();
    }

    private long server(String code) {
        return servers.find(code).orElseThrow().id();
    }

    private Incident incident(long id) {
        return records.look(id).orElseThrow();
    }

    private int version(long id) {
        return incident(id).version();
    }

    private static IncidentDraft draft(String title, Map<String, Impact> impacts) {
        return new IncidentDraft(title, "We *look* into it.", impacts, null);
    }

    private long newCheck(String server) {
        imports.apply("""
                servers:
                  - code: %s
                    city: Lusaka
                    country: ZM
                    role: mail-server
                    visibility: public
                    checks:
                      - name: hidden
                        public: false
                        counts-for-ping: false
                        tcp: { host: 192.0.2.1, port: 443 }
                      - name: shown
                        tcp: { host: 192.0.2.1, port: 80 }
                      - name: also
                        counts-for-ping: false
                        tcp: { host: 192.0.2.1, port: 25 }
                """.formatted(server));
        return check(server, "shown");
    }

    private long check(String server, String name) {
        return checks.reports().stream()
                .filter(report ->
                        report.server().equals(server) && report.name().equals(name))
                .findFirst()
                .map(CheckReport::id)
                .orElseThrow();
    }

    /** One measurement a minute; a dot lets one pass. */
    private void record(long check, String history) {
        for (int i = 0; i < history.length(); i++) {
            if (history.charAt(i) != '.') {
                follow(List.of(judgement(check, i, history.charAt(i) == 'U')));
            }
        }
    }

    private Judgement judgement(long check, long minute, boolean up) {
        Measurement measurement = new Measurement(
                check,
                minute(minute),
                up ? Outcome.UP : Outcome.DOWN,
                up ? Duration.ofMillis(20) : null,
                up ? "connected" : "connection refused");
        return Judgement.of(new Probed(due(check), measurement), states.dependencies(minute(minute)));
    }

    private void follow(List<Judgement> judgements) {
        states.write(judgements);
        outages.follow(judgements);
    }

    private DueCheck due(long check) {
        return states.dueUntil(START.plus(Duration.ofDays(1)), START).stream()
                .filter(each -> each.id() == check)
                .findFirst()
                .orElseThrow();
    }

    private static Instant minute(long minute) {
        return START.plus(Duration.ofMinutes(minute));
    }
}
