package net.niner.status.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import net.niner.status.account.Actor;
import net.niner.status.account.Caller;
import net.niner.status.account.Forbidden;
import net.niner.status.account.Permission;
import net.niner.status.history.Outages;
import net.niner.status.maintenance.MaintenanceChanges;
import net.niner.status.maintenance.MaintenanceDraft;
import net.niner.status.maintenance.MaintenanceNews;
import net.niner.status.maintenance.MaintenanceWindows;
import net.niner.status.platform.ChangedMeanwhile;
import net.niner.status.platform.Rows;
import net.niner.status.probe.CheckChanges;
import net.niner.status.probe.CheckStates;
import net.niner.status.probe.Checks;
import net.niner.status.probe.DueCheck;
import net.niner.status.probe.Measurement;
import net.niner.status.probe.Outcome;
import net.niner.status.probe.Probed;
import net.niner.status.probe.ServersImport;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Outages and findings reach the owners until somebody looks after them. */
@ExtendWith(ArquillianExtension.class)
class AlertsIT {

    private static final Instant START =
            Instant.now().minus(Duration.ofMinutes(90)).truncatedTo(ChronoUnit.SECONDS);
    private static final String OWNER = "alerted@owner.example";

    @EJB
    private Alerts alerts;

    @EJB
    private AlertTelling telling;

    @EJB
    private AlertHoursSetting hours;

    @EJB
    private ServersImport imports;

    @EJB
    private Checks checks;

    @EJB
    private CheckChanges checkChanges;

    @EJB
    private CheckStates states;

    @EJB
    private Outages outages;

    @EJB
    private MaintenanceChanges maintenance;

    @EJB
    private MaintenanceWindows windows;

    @Inject
    private AlertJudge judge;

    @Inject
    private Event<FindingRaised> raised;

    @Inject
    private Event<FindingSettled> settled;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    private long last;

    @BeforeEach
    void oneOwnerAndNothingWrong() {
        Caller.bind(new Actor(null, "ann@example.org", "192.0.2.7", Set.of(Permission.values())));
        Rows.update(dataSource, "update alert set state = 'CLOSED', closed_at = opened_at, next_at = null");
        Rows.update(
                dataSource,
                "insert into app_user (id, email, name, role, language, state, totp_step, created_at, version)"
                        + " values (888000, ?, 'Olive', 'OWNER', 'fr', 'ACTIVE', 0, ?, 0)",
                OWNER,
                Rows.time(START));
        last = Rows.query(dataSource, "select coalesce(max(id), 0) from notice", row -> row.getLong(1))
                .get(0);
    }

    @AfterEach
    void noOwner() {
        Rows.update(dataSource, "delete from app_user where id = 888000");
        Rows.update(dataSource, "update alert set state = 'CLOSED', closed_at = opened_at, next_at = null");
        quiet("00:00", "00:00");
        Caller.forget();
    }

    @Test
    void anOutageIsToldRemindedOfAcknowledgedAndOver() {
        long check = newCheck("ALR-1", "mail-server");
        record(check, "DDD");
        Instant now = Instant.now().plusSeconds(1);
        assertThat(telling.nextDue().orElseThrow()).isBefore(now);
        telling.tell(now);
        telling.tell(now.plusSeconds(60));
        assertThat(told()).containsExactly("Critique: ALR-1 port est en panne");
        assertThat(lasting().told()).isEqualTo(1);
        telling.tell(now.plus(Duration.ofMinutes(15)));
        telling.tell(now.plus(Duration.ofMinutes(59)));
        telling.tell(now.plus(Duration.ofMinutes(60)));
        telling.tell(now.plus(Duration.ofHours(4)));
        assertThat(told()).hasSize(4);
        assertThat(told().get(3)).contains("toujours en panne");
        assertThat(judge("reminder")).isEqualTo(Judgement.SEND);

        assertThat(alerts.acknowledge(lasting().id())).isTrue();
        assertThat(alerts.acknowledge(lasting().id())).isFalse();
        assertThat(judge("reminder")).isInstanceOf(Judgement.Cancel.class);
        assertThat(judge("new")).isEqualTo(Judgement.SEND);
        telling.tell(now.plus(Duration.ofDays(2)));
        assertThat(told()).hasSize(4);

        record(check, "...UU");
        telling.tell(now.plus(Duration.ofDays(2)));
        assertThat(told()).hasSize(5).last().isEqualTo("Critique: ALR-1 port est de retour");
        assertThat(judge("new")).isInstanceOf(Judgement.Cancel.class);
        assertThat(judge("over")).isEqualTo(Judgement.SEND);
        assertThat(alerts.lasting()).isEmpty();
        assertThat(alerts.closed(1000))
                .filteredOn(alert -> alert.subject().equals("ALR-1 port"))
                .extracting(Alert::acknowledgedBy)
                .containsExactly("ann@example.org");
    }

    @Test
    void whatIsOverBeforeItIsToldIsNotTold() {
        long check = newCheck("ALR-2", "mail-server");
        record(check, "DDDUU");
        assertThat(telling.tell(Instant.now().plusSeconds(1))).isZero();
        assertThat(told()).isEmpty();
    }

    @Test
    void manyAtOnceAreOneMailAndCritical() {
        for (String code : List.of("ALR-3", "ALR-4", "ALR-5", "ALR-6")) {
            record(newCheck(code, "relay-server"), "DDD");
        }
        telling.tell(Instant.now().plusSeconds(1));
        assertThat(told())
                .containsExactly(
                        "Critique: 4 contrôles sont en panne : ALR-3 port, ALR-4 port, ALR-5 port et 1 de plus");
    }

    @Test
    void workIsQuietAndWhatOutlivesItIsNot() {
        long check = newCheck("ALR-7", "mail-server");
        Instant now = Instant.now();
        long window = maintenance.plan(
                new MaintenanceDraft("Move", Set.of("ALR-7"), now, now.plus(Duration.ofHours(1)), false, false),
                MaintenanceNews.none());
        maintenance.start(window, windows.find(window).orElseThrow().version(), MaintenanceNews.none());
        record(check, "DDD");
        telling.tell(Instant.now().plus(Duration.ofHours(5)));
        assertThat(told()).isEmpty();
        maintenance.complete(window, windows.find(window).orElseThrow().version(), MaintenanceNews.none());
        telling.tell(Instant.now().plusSeconds(1));
        assertThat(told()).containsExactly("Critique: ALR-7 port est en panne");
    }

    @Test
    void aCheckThatFlapsAlarmsOnceUnlessItStaysDown() {
        long check = newCheck("ALR-8", "mail-server");
        record(check, "UDUDUDUUDDD");
        Instant now = Instant.now().plusSeconds(1);
        telling.tell(now);
        toldIs("SENT");
        record(check, "...........UU");
        telling.tell(now);
        assertThat(told()).hasSize(2);
        record(check, ".............DDD");
        telling.tell(now);
        assertThat(told()).hasSize(2);
        telling.tell(now.plus(Duration.ofMinutes(15)));
        assertThat(told()).hasSize(3);
    }

    @Test
    void atNightOnlyWhatIsCriticalIsTold() {
        Instant now = Instant.now().plusSeconds(1);
        LocalTime time = LocalTime.ofInstant(now, ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        quiet(time.minusMinutes(5).toString(), time.plusMinutes(90).toString());
        record(newCheck("ALR-9", "relay-server"), "DDD");
        record(newCheck("ALR-10", "mail-server"), "DDD");
        telling.tell(now);
        assertThat(told()).containsExactly("Critique: ALR-10 port est en panne");
        alerts.lasting().stream().filter(alert -> alert.told() > 0).forEach(alert -> alerts.acknowledge(alert.id()));
        telling.tell(now.plus(Duration.ofMinutes(91)));
        assertThat(told()).hasSize(2).last().isEqualTo("Majeur: ALR-9 port est en panne");
        AlertHours known = hours.current();
        assertThatThrownBy(() ->
                        hours.change(new AlertHours(known.from(), known.until(), known.zone(), known.version() - 1)))
                .isInstanceOf(ChangedMeanwhile.class);
    }

    @Test
    void whatNobodyFollowsAnyMoreIsNotRemindedOf() {
        long check = newCheck("ALR-11", "mail-server");
        record(check, "DDD");
        Instant now = Instant.now().plusSeconds(1);
        telling.tell(now);
        checkChanges.pause(check);
        telling.tell(now.plus(Duration.ofHours(1)));
        assertThat(told()).hasSize(1);
        assertThat(alerts.lasting()).isEmpty();
    }

    @Test
    void aFindingIsToldOnceUntilItIsSettled() {
        raised.fire(new FindingRaised("x", "job x", "It failed."));
        raised.fire(new FindingRaised("x", "job x", "It failed again."));
        Instant now = Instant.now().plusSeconds(1);
        telling.tell(now);
        assertThat(told()).containsExactly("Mineur: Veuillez examiner ceci : job x");
        toldIs("SENT");
        settled.fire(new FindingSettled("x"));
        telling.tell(now.plusSeconds(5));
        assertThat(told()).hasSize(2).last().isEqualTo("Mineur: Ceci est réglé : job x");
    }

    @Test
    void aJobThatSucceedsAtTheNextTryAlarmsNobody() {
        for (int i = 0; i < 5; i++) {
            raised.fire(new FindingRaised("job:z", "job z", "It failed."));
            telling.tell(Instant.now().plus(Duration.ofMinutes(14)));
            settled.fire(new FindingSettled("job:z"));
            telling.tell(Instant.now().plus(Duration.ofMinutes(14)));
        }
        assertThat(told()).isEmpty();
        raised.fire(new FindingRaised("job:z", "job z", "It failed."));
        Instant now = Instant.now().plusSeconds(1);
        telling.tell(now.plus(Duration.ofMinutes(15)));
        telling.tell(now.plus(Duration.ofHours(24)));
        assertThat(told()).hasSize(1);
        telling.tell(now.plus(Duration.ofHours(25)));
        assertThat(told()).hasSize(2).last().isEqualTo("Mineur: Personne n’a encore examiné ceci : job z");
    }

    @Test
    void whoWasNotToldThatItBeganIsNotToldThatItIsOver() {
        for (String state : List.of("QUEUED", "CANCELLED", "UNKNOWN")) {
            raised.fire(new FindingRaised("w", "job w", "It failed."));
            telling.tell(Instant.now().plusSeconds(1));
            toldIs(state);
            settled.fire(new FindingSettled("w"));
            telling.tell(Instant.now().plusSeconds(1));
        }
        assertThat(told()).hasSize(4).last().isEqualTo("Mineur: Ceci est réglé : job w");
        assertThat(telling.nextDue()).isEmpty();
    }

    @Test
    void whoMayChangeNeitherIncidentsNorServersAcknowledgesNothing() {
        raised.fire(new FindingRaised("job:y", "job y", "It failed."));
        Caller.bind(new Actor(null, "eve@example.org", null, Set.of(Permission.READ, Permission.POSTS)));
        assertThat(alerts.mayAcknowledge()).isFalse();
        assertThatThrownBy(() -> alerts.acknowledge(lasting().id())).isInstanceOf(Forbidden.class);
        Caller.bind(new Actor(null, "oper@example.org", null, Set.of(Permission.READ, Permission.SERVERS)));
        assertThat(alerts.acknowledge(lasting().id())).isTrue();
    }

    private void toldIs(String state) {
        Rows.update(dataSource, "update notice set state = ? where id > ?", state, last);
    }

    private Alert lasting() {
        return alerts.lasting().get(0);
    }

    private Judgement judge(String stage) {
        long first = Rows.query(dataSource, "select max(letter) from alert", row -> row.getLong(1))
                .get(0);
        return judge.judge(
                new NoticeKey(NoticeKind.OUTAGE, "alert:" + first, "owner:x", stage, 0), OWNER, Instant.now());
    }

    private List<String> told() {
        return Rows.query(
                dataSource,
                "select subject from notice where id > ? and address = ? order by id",
                row -> row.getString(1),
                last,
                OWNER);
    }

    private void quiet(String from, String until) {
        Caller.as(
                Actor.site(),
                () -> hours.change(new AlertHours(
                        LocalTime.parse(from),
                        LocalTime.parse(until),
                        ZoneOffset.UTC,
                        hours.current().version())));
    }

    private long newCheck(String server, String role) {
        imports.apply("""
                servers:
                  - code: %s
                    city: Lusaka
                    country: ZM
                    role: %s
                    visibility: public
                    checks:
                      - name: port
                        tcp: { host: 192.0.2.1, port: 443 }
                """.formatted(server, role));
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
                Instant at = START.plus(Duration.ofMinutes(i));
                Measurement measurement = new Measurement(
                        check,
                        at,
                        up ? Outcome.UP : Outcome.DOWN,
                        up ? Duration.ofMillis(20) : null,
                        up ? "connected" : "connection refused");
                List<net.niner.status.probe.Judgement> judgements = List.of(net.niner.status.probe.Judgement.of(
                        new Probed(due(check), measurement), states.dependencies(at)));
                states.write(judgements);
                outages.follow(judgements);
            }
        }
    }

    private DueCheck due(long check) {
        return states.dueUntil(START.plus(Duration.ofDays(1)), START).stream()
                .filter(each -> each.id() == check)
                .findFirst()
                .orElseThrow();
    }
}
