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

import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.niner.status.incident.InvalidIncident.Fault;
import net.niner.status.incident.InvalidIncident.Problem;
import net.niner.status.post.Post;
import net.niner.status.post.PostFormat;
import net.niner.status.server.DeclaredStatus;
import net.niner.status.server.Location;
import net.niner.status.server.Role;
import net.niner.status.server.Server;
import net.niner.status.server.Visibility;
import org.junit.jupiter.api.Test;

class IncidentTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    private final Server mail = server("NC036", 1);
    private final Server web = server("NC042", 2);

    @Test
    void anImpactIsDeclaredUnderItsOwnName() {
        for (Impact impact : Impact.values()) {
            assertThat(impact.declared()).isEqualTo(DeclaredStatus.valueOf(impact.name()));
        }
    }

    @Test
    void aDraftTellsNothingAndGoesNowhere() {
        Incident draft = draft(Map.of(mail, MAJOR_OUTAGE));
        assertThat(draft.isDraft()).isTrue();
        assertThat(draft.title()).isEqualTo("NC036: No mail moves");
        assertThat(draft.words()).isEqualTo("No mail moves");
        assertThat(draft.updates()).isEmpty();
        refused(() -> draft.update(post(), IDENTIFIED, Map.of(), at(1)));
        refused(() -> draft.reopen(post(), IDENTIFIED, Map.of(), at(1)));
    }

    @Test
    void whatIsPublishedIsNoDraftAnyMore() {
        Incident incident = published();
        assertThat(incident.published()).contains(at(5));
        assertThat(incident.draftText()).isEmpty();
        assertThat(incident.updates()).singleElement().satisfies(update -> {
            assertThat(update.number()).isEqualTo(1);
            assertThat(update.state()).isEqualTo(INVESTIGATING);
            assertThat(update.impacts()).containsExactly(Map.entry("NC036", MAJOR_OUTAGE));
        });
        refused(() -> incident.publish(post(), at(6)));
        refused(() -> incident.redraft("x", "y", Map.of(mail, DEGRADED)));
        refused(() -> incident.publishAt(at(7)));
    }

    @Test
    void impactsAreKnownToTheSecond() {
        Incident incident = published();
        incident.update(post(), IDENTIFIED, Map.of(mail, MAJOR_OUTAGE, web, DEGRADED), at(10));
        incident.update(post(), IDENTIFIED, Map.of(mail, PARTIAL_OUTAGE), at(20).plusMillis(700));
        incident.update(post(), RESOLVED, Map.of(mail, PARTIAL_OUTAGE), at(30));
        assertThat(spans(incident, mail))
                .containsExactly(
                        new ImpactSpan(MAJOR_OUTAGE, NOON, at(20)), new ImpactSpan(PARTIAL_OUTAGE, at(20), at(30)));
        assertThat(spans(incident, web)).containsExactly(new ImpactSpan(DEGRADED, at(10), at(20)));
        assertThat(incident.impacts()).isEmpty();
        assertThat(incident.servers()).containsExactly(mail, web);
        assertThat(incident.worst()).isEqualTo(MAJOR_OUTAGE);
        assertThat(incident.worst("NC042")).contains(DEGRADED);
        assertThat(incident.updates()).extracting(IncidentUpdate::number).containsExactly(1, 2, 3, 4);
        assertThat(incident.updates().get(1).impacts())
                .containsExactly(Map.entry("NC036", MAJOR_OUTAGE), Map.entry("NC042", DEGRADED));
        assertThat(incident.latest().orElseThrow().impacts()).isEmpty();
    }

    @Test
    void whatIsResolvedCanOnlyBeReopenedAndTheTimeBetweenStaysAsItWasTold() {
        Incident incident = published();
        refused(() -> incident.reopen(post(), INVESTIGATING, Map.of(), at(6)));
        incident.update(post(), RESOLVED, Map.of(), at(10));
        assertThat(incident.isResolved()).isTrue();
        refused(() -> incident.update(post(), MONITORING, Map.of(), at(11)));
        refused(() -> incident.reopen(post(), RESOLVED, Map.of(), at(11)));
        incident.reopen(post(), INVESTIGATING, Map.of(mail, DEGRADED), at(20));
        assertThat(incident.resolved()).isEmpty();
        assertThat(spans(incident, mail))
                .containsExactly(new ImpactSpan(MAJOR_OUTAGE, NOON, at(10)), new ImpactSpan(DEGRADED, at(20), null));
        incident.update(post(), RESOLVED, Map.of(), at(25));
        assertThat(spans(incident, mail).get(1)).isEqualTo(new ImpactSpan(DEGRADED, at(20), at(25)));
    }

    @Test
    void correctedTimesMoveTheFirstBeginningAndTheLastEnd() {
        Incident incident = published();
        incident.update(post(), IDENTIFIED, Map.of(mail, DEGRADED), at(10));
        incident.correct(new Times(at(-30), at(2), null), at(12));
        assertThat(incident.noticed()).isEqualTo(at(2));
        assertThat(spans(incident, mail))
                .containsExactly(new ImpactSpan(MAJOR_OUTAGE, at(-30), at(10)), new ImpactSpan(DEGRADED, at(10), null));
        incident.update(post(), RESOLVED, Map.of(), at(30));
        incident.correct(new Times(at(-30), at(2), at(20)), at(40));
        assertThat(spans(incident, mail).get(1)).isEqualTo(new ImpactSpan(DEGRADED, at(10), at(20)));
        incident.correct(new Times(at(-30), at(2), at(35)), at(40));
        assertThat(spans(incident, mail).get(1)).isEqualTo(new ImpactSpan(DEGRADED, at(10), at(35)));
        incident.correct(new Times(at(-30), at(2), at(8)), at(40));
        assertThat(spans(incident, mail)).containsExactly(new ImpactSpan(MAJOR_OUTAGE, at(-30), at(8)));
        incident.correct(new Times(at(4), at(5), at(8)), at(40));
        assertThat(spans(incident, mail)).containsExactly(new ImpactSpan(MAJOR_OUTAGE, at(4), at(8)));
    }

    @Test
    void aServerThatFallsOutOfTheCorrectedTimeStaysConcerned() {
        Incident incident = published();
        incident.update(post(), IDENTIFIED, Map.of(web, DEGRADED), at(10));
        incident.correct(new Times(at(11), at(11), null), at(12));
        assertThat(incident.servers()).containsExactly(mail, web);
        assertThat(spans(incident, mail)).containsExactly(new ImpactSpan(MAJOR_OUTAGE, at(11), at(11)));
        assertThat(spans(incident, web)).containsExactly(new ImpactSpan(DEGRADED, at(11), null));
    }

    @Test
    void timesAreInOrderAndNotInTheFuture() {
        assertThat(new Times(at(0), at(1), at(2)).problems(at(2))).isEmpty();
        assertThat(new Times(at(1), at(1), at(1)).problems(at(1))).isEmpty();
        assertThat(new Times(at(2), at(1), at(0)).problems(at(2)))
                .containsExactly(
                        new Problem("noticed", Fault.NOTICED_BEFORE_BEGAN),
                        new Problem("resolved", Fault.RESOLVED_BEFORE_NOTICED));
        assertThat(new Times(at(3), at(4), at(5)).problems(at(2)))
                .extracting(Problem::field)
                .containsExactly("began", "noticed", "resolved");
        Incident open = published();
        assertThatThrownBy(() -> open.correct(new Times(at(0), at(1), at(2)), at(9)))
                .isInstanceOf(InvalidIncident.class);
        assertThat(open.resolved()).isEmpty();
    }

    @Test
    void laterUpdatesAreTitledByTheirNumberAndWhatTheyAreAbout() {
        assertThat(IncidentPosts.title(draft(Map.of(mail, MAJOR_OUTAGE)), List.of("NC036"), 7))
                .isEqualTo("Update 7");
        Map<Server, Impact> many =
                Map.of(mail, DEGRADED, web, DEGRADED, server("NC043", 3), DEGRADED, server("NC044", 4), DEGRADED);
        assertThat(IncidentPosts.title(draft(many), List.of("NC036", "NC042", "NC043", "NC044"), 7))
                .isEqualTo("Update 7: No mail moves");
    }

    @Test
    void templatesAreFilledWithWhatIsKnown() {
        assertThat(UpdateTemplate.fill("{server} is {gone} at {time} ($1)", Map.of("server", "NC036", "time", "12:00")))
                .isEqualTo("NC036 is {gone} at 12:00 ($1)");
    }

    private Incident draft(Map<Server, Impact> impacts) {
        return new Incident(NOON, at(3), impacts, "No mail moves", "We look into it.");
    }

    private Incident published() {
        Incident incident = draft(Map.of(mail, MAJOR_OUTAGE));
        incident.publish(post(), at(5));
        return incident;
    }

    private static List<ImpactSpan> spans(Incident incident, Server server) {
        return incident.periods().stream()
                .filter(period -> period.server() == server)
                .map(period -> new ImpactSpan(
                        period.impact(), period.from(), period.until().orElse(null)))
                .toList();
    }

    private static void refused(Runnable deed) {
        assertThat(catchThrowableOfType(InvalidIncident.class, deed::run).problems())
                .containsExactly(new Problem("state", Fault.STATE));
    }

    private static Post post() {
        return new Post("t", PostFormat.MARKDOWN, "b", "ann", NOON);
    }

    private static Instant at(long minute) {
        return NOON.plusSeconds(60 * minute);
    }

    private static Server server(String code, int place) {
        Server server = new Server(code, new Location("Lusaka", "ZM"), Role.MAIL_SERVER, Visibility.PUBLIC);
        server.moveTo(place);
        return server;
    }
}
