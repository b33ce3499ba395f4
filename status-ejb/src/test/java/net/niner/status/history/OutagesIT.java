package net.niner.status.history;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import net.niner.status.account.Actor;
import net.niner.status.account.Caller;
import net.niner.status.platform.Rows;
import net.niner.status.probe.CheckReport;
import net.niner.status.probe.CheckStates;
import net.niner.status.probe.Checks;
import net.niner.status.probe.DueCheck;
import net.niner.status.probe.Judgement;
import net.niner.status.probe.Measurement;
import net.niner.status.probe.Outcome;
import net.niner.status.probe.Probed;
import net.niner.status.probe.ServersImport;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Measurements go in, beliefs and outages come out, through the database. */
@ExtendWith(ArquillianExtension.class)
class OutagesIT {

    private static final Instant START = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @EJB
    private ServersImport imports;

    @EJB
    private Checks checks;

    @EJB
    private CheckStates states;

    @EJB
    private Samples samples;

    @EJB
    private Outages outages;

    @Inject
    private Heard heard;

    /** Whether each confirmed outage was said to be one of a flapping check. */
    @ApplicationScoped
    static class Heard {

        private final Map<Long, List<Boolean>> flapping = new ConcurrentHashMap<>();

        void confirmed(@Observes OutageConfirmed event) {
            flapping.computeIfAbsent(event.outage().checkId(), id -> new CopyOnWriteArrayList<>())
                    .add(event.flapping());
        }

        List<Boolean> of(long check) {
            return flapping.getOrDefault(check, List.of());
        }
    }

    @BeforeEach
    void actAsTheSite() {
        Caller.bind(Actor.site());
    }

    @AfterEach
    void actAsNobody() {
        Caller.forget();
    }

    @Test
    void anOutageIsOpenedBackdatedAndClosedBackdated() {
        long check = newCheck("OUT-1");
        assertThat(due(check).state().outcome()).isEqualTo(Outcome.UNKNOWN);
        record(check, "UDDD");
        assertThat(outages.of(check)).singleElement().satisfies(outage -> {
            assertThat(outage.check()).isEqualTo("OUT-1 port");
            assertThat(outage.began()).isEqualTo(minute(1));
            assertThat(outage.confirmed()).isEqualTo(minute(3));
            assertThat(outage.ended()).isNull();
            assertThat(outage.cause()).isEqualTo("connection refused");
        });
        assertThat(report(check).state()).isEqualTo(Outcome.DOWN);
        assertThat(report(check).since()).isEqualTo(minute(1));
        record(check, "....UU");
        assertThat(outages.of(check)).singleElement().satisfies(outage -> assertThat(outage.ended())
                .isEqualTo(minute(4)));
        assertThat(report(check).latency()).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void lostProbesBeforeAnOutageDoNotSilenceItAndFlappingAlertsOnce() {
        long check = newCheck("OUT-4");
        record(check, "UDUDUDUUDDD");
        assertThat(heard.of(check)).containsExactly(false);
        assertThat(report(check).flapping()).isTrue();
        record(check, "...........UUDDD");
        assertThat(heard.of(check)).containsExactly(false, true);
    }

    @Test
    void aCheckIsDueAgainAfterItsInterval() {
        long check = newCheck("OUT-2");
        record(check, "U");
        assertThat(due(check).dueAt()).isAfter(minute(0)).isBeforeOrEqualTo(minute(1));
        assertThat(states.dueUntil(minute(0), START)).extracting(DueCheck::id).doesNotContain(check);
    }

    @Test
    void aCheckIsDueOnTheDaysOnWhichItsServerServes() {
        Instant firstDay = START.plus(Duration.ofDays(10));
        Instant lastDay = START.plus(Duration.ofDays(20));
        long check = newCheck(
                "OUT-9",
                "in-service-from: " + Rows.day(firstDay) + "\n    retired-on: "
                        + Rows.day(lastDay.plus(Duration.ofDays(1))));
        assertThat(dueOn(firstDay.minus(Duration.ofDays(1)))).doesNotContain(check);
        assertThat(dueOn(firstDay)).contains(check);
        assertThat(dueOn(lastDay)).contains(check);
        assertThat(dueOn(lastDay.plus(Duration.ofDays(1)))).doesNotContain(check);
    }

    private List<Long> dueOn(Instant day) {
        return states.dueUntil(START.plus(Duration.ofDays(30)), day).stream()
                .map(DueCheck::id)
                .toList();
    }

    @Test
    void aParentThatIsDownExcusesItsChildrenWhileItIsMeasured() {
        long parent = newCheck("OUT-5");
        long child = newCheck("OUT-6", "parent: OUT-5");
        record(parent, "DDD");
        record(child, "..D");
        assertThat(report(child).lastOutcome()).isEqualTo(Outcome.UNKNOWN);
        record(child, "......D");
        assertThat(report(child).lastOutcome()).isEqualTo(Outcome.DOWN);
    }

    @Test
    void aRetiredParentExcusesNobody() {
        long parent = newCheck("OUT-7");
        long child = newCheck("OUT-8", "parent: OUT-7");
        record(parent, "DDD");
        newCheck("OUT-7", "retired-on: " + Rows.day(START));
        record(child, "..D");
        assertThat(report(child).lastOutcome()).isEqualTo(Outcome.DOWN);
    }

    @Test
    void ourOwnLinkIsDownWhileSomethingInServiceFoundThatLately() {
        Instant longAgo = START.minus(Duration.ofDays(1));
        long check = newCheck("OUT-10");
        proveNothing(check, longAgo);
        assertThat(checks.ownLinkIsDown()).isFalse();

        proveNothing(check, START);
        assertThat(checks.ownLinkIsDown()).isTrue();

        newCheck("OUT-10", "retired-on: " + Rows.day(START));
        assertThat(checks.ownLinkIsDown()).isFalse();
    }

    private void proveNothing(long check, Instant when) {
        Measurement measurement = new Measurement(
                check, when, Outcome.UNKNOWN, null, "our own link is down (it would have been: connection refused)");
        states.write(List.of(Judgement.of(new Probed(due(check), measurement), states.dependencies(when))));
    }

    private long newCheck(String server) {
        return newCheck(server, "visibility: public");
    }

    private long newCheck(String server, String line) {
        imports.apply("""
                servers:
                  - code: %s
                    city: Lusaka
                    country: ZM
                    role: phone-server
                    %s
                    checks:
                      - name: port
                        tcp: { host: 192.0.2.1, port: 443 }
                """.formatted(server, line));
        return checks.reports().stream()
                .filter(report -> report.server().equals(server))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** One measurement a minute; a dot lets one pass. */
    private void record(long check, String history) {
        for (int i = 0; i < history.length(); i++) {
            if (history.charAt(i) != '.') {
                boolean up = history.charAt(i) == 'U';
                Measurement measurement = new Measurement(
                        check,
                        minute(i),
                        up ? Outcome.UP : Outcome.DOWN,
                        up ? Duration.ofMillis(20) : null,
                        up ? "connected" : "connection refused");
                List<Judgement> judgements =
                        List.of(Judgement.of(new Probed(due(check), measurement), states.dependencies(minute(i))));
                states.write(judgements);
                samples.write(List.of(measurement));
                outages.follow(judgements);
            }
        }
    }

    private DueCheck due(long check) {
        return states.dueUntil(minute(1_000), START).stream()
                .filter(due -> due.id() == check)
                .findFirst()
                .orElseThrow();
    }

    private CheckReport report(long check) {
        return checks.reports().stream()
                .filter(report -> report.id() == check)
                .findFirst()
                .orElseThrow();
    }

    private static Instant minute(long minute) {
        return START.plus(Duration.ofMinutes(minute));
    }
}
