package net.niner.status.history;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import net.niner.status.account.Actor;
import net.niner.status.account.Caller;
import net.niner.status.platform.Rows;
import net.niner.status.probe.CheckReport;
import net.niner.status.probe.Checks;
import net.niner.status.probe.Measurement;
import net.niner.status.probe.Outcome;
import net.niner.status.probe.ServersImport;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Samples are packed, summed up and forgotten, and what was measured is still there. */
@ExtendWith(ArquillianExtension.class)
class CompactIT {

    private static final Instant DAY =
            Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(40));
    private static final int HOURS = 60;

    @EJB
    private ServersImport imports;

    @EJB
    private Checks checks;

    @EJB
    private Samples samples;

    @EJB
    private HistoryPacking packing;

    @EJB
    private HistoryForgetting forgetting;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Resource(lookup = "java:comp/UserTransaction")
    private UserTransaction transaction;

    @BeforeEach
    void actAsTheSite() {
        Caller.bind(Actor.site());
    }

    @AfterEach
    void actAsNobody() {
        Caller.forget();
    }

    @Test
    void nothingIsLostAndNothingDoubledWhereverItStops() throws Exception {
        long check = newCheck("CMP-1");
        List<Measurement> measured = measure(check, 50, 10);
        Instant before = DAY.plus(Duration.ofHours(20)).plusSeconds(1_234);

        transaction.begin();
        assertThat(packing.pack(check - 1, before, 150).samples()).isPositive();
        // the process dies here
        transaction.rollback();
        assertThat(everything(check)).isEqualTo(expected(measured));
        assertThat(count("sample", check)).isEqualTo(measured.size());

        packing.pack(check - 1, before, 150);
        assertThat(count("hour_series", check)).isBetween(1, 5);
        assertThat(everything(check)).isEqualTo(expected(measured));
        packAll(check, before);
        packAll(check, before);
        assertThat(count("hour_series", check)).isEqualTo(20);
        assertThat(count("sample", check)).isEqualTo(30 * 60);
        assertThat(everything(check)).isEqualTo(expected(measured));
    }

    @Test
    void samplesThatComeLateJoinTheirHourAndItsDayIsSummedUpAgain() {
        long check = newCheck("CMP-2");
        List<Measurement> measured = new ArrayList<>(measure(check, 30, 0));
        Instant before = DAY.plus(Duration.ofHours(30));
        packAll(check, before);
        packing.sumUp(check - 1, before, 1);
        assertThat(day(check, DAY)).isEqualTo(24 * 60);

        Measurement late = new Measurement(check, DAY.plusSeconds(77), Outcome.DOWN, null, "refused");
        measured.add(late);
        samples.write(List.of(late));
        packAll(check, before);
        packing.sumUp(check - 1, before, 1);
        assertThat(everything(check)).isEqualTo(expected(measured));
        assertThat(day(check, DAY)).isEqualTo(24 * 60 + 1);
    }

    @Test
    void aLateSampleLeavesAloneTheSumsOfOtherDaysAndOfDaysWhoseHoursAreGone() {
        long check = newCheck("CMP-6");
        measure(check, 49, 0);
        Instant end = DAY.plus(Duration.ofHours(49));
        packAll(check, end);
        assertThat(forgetting.forgetOldest(1_000_000).hours()).isGreaterThanOrEqualTo(0);
        assertThat(count("hour_series", check))
                .as("hours that are not summed up stay")
                .isEqualTo(49);
        packing.sumUp(check - 1, end, 1);
        assertThat(forgetting.forget(DAY.plus(Duration.ofDays(1)), 1_000_000)).isGreaterThanOrEqualTo(24);

        samples.write(List.of(new Measurement(check, DAY.plusSeconds(77), Outcome.DOWN, null, "refused")));
        packAll(check, end);
        assertThat(day(check, DAY)).isEqualTo(24 * 60);
        assertThat(day(check, DAY.plus(Duration.ofDays(1)))).isEqualTo(24 * 60);
    }

    @Test
    void hoursLeaveAtTheirAgeAndTheirDaysRemain() {
        long check = newCheck("CMP-3");
        measure(check, HOURS, 0);
        Instant end = DAY.plus(Duration.ofHours(HOURS));
        packAll(check, end);
        for (Packed some = new Packed(0, 0, 0); !some.isDone(); ) {
            some = packing.sumUp(some.next(), end, 100);
        }
        while (forgetting.forget(DAY.plus(Duration.ofDays(1)).plusSeconds(5), 7) > 0) {
            assertThat(forgetting.size()).isPositive();
        }
        assertThat(count("hour_series", check)).isEqualTo(HOURS - 24);
        assertThat(count("day_series", check)).isEqualTo(2);
        assertThat(day(check, DAY)).isEqualTo(24 * 60);

        long size = forgetting.size();
        Instant oldest = forgetting.oldest();
        assertThat(forgetting.forgetOldest(3).hours()).isEqualTo(3);
        assertThat(forgetting.size()).isLessThan(size);
        assertThat(forgetting.oldest()).isAfterOrEqualTo(oldest);
    }

    @Test
    void whatTheChecksDidNotKnowIsKeptAsIntervals() {
        long check = newCheck("CMP-4");
        List<Measurement> some = new ArrayList<>();
        for (int minute = 0; minute < 180; minute++) {
            boolean blind = minute >= 50 && minute < 70;
            if (minute < 100 || minute >= 130) {
                some.add(new Measurement(
                        check, DAY.plusSeconds(60L * minute), blind ? Outcome.UNKNOWN : Outcome.UP, null, "seen"));
            }
        }
        samples.write(some);
        // in two goes, so that one of them crosses what is packed
        packAll(check, DAY.plus(Duration.ofHours(1)));
        packAll(check, DAY.plus(Duration.ofHours(3)));
        List<Interval> blind = Interval.merged(Rows.query(
                dataSource,
                "select began_at, ended_at from blind_span where check_id = ?",
                row -> new Interval(Rows.instant(row, "began_at"), Rows.instant(row, "ended_at")),
                check));
        assertThat(blind).hasSize(2);
        assertThat(count("blind_span", check)).as("one that goes on is one row").isEqualTo(2);
        assertThat(blind.get(0)).isEqualTo(new Interval(DAY.plusSeconds(3_000), DAY.plusSeconds(4_200)));
        assertThat(blind.get(1).until()).isEqualTo(DAY.plusSeconds(130 * 60));
        assertThat(blind.get(1).from()).isBetween(DAY.plusSeconds(99 * 60), DAY.plusSeconds(104 * 60));
    }

    /** What the figure is: prints it, since people ask. */
    @Test
    void aSampleTakesEightBytesAtMostOnDisk() {
        long first = newCheck("CMP-5");
        List<Long> many = new ArrayList<>(List.of(first));
        for (int i = 0; i < 4; i++) {
            many.add(newCheck("CMP-5" + (char) ('A' + i)));
        }
        boolean postgres = !Rows.query(
                        dataSource,
                        "select count(*) as n from information_schema.tables where table_name = 'pg_class'",
                        row -> row.getLong("n"))
                .get(0)
                .equals(0L);
        long countedBefore = forgetting.size();
        long diskBefore = postgres ? disk() : 0;
        long samplesIn = 0;
        for (long check : many) {
            samplesIn += measure(check, 100, 0).size();
            packAll(check, DAY.plus(Duration.ofHours(100)));
        }
        double counted = (double) (forgetting.size() - countedBefore) / samplesIn;
        assertThat(counted).isLessThanOrEqualTo(8);
        if (postgres) {
            double disk = (double) (disk() - diskBefore) / samplesIn;
            assertThat(disk).isLessThanOrEqualTo(8);
            assertThat(disk).as("the bound counts about what the disk holds").isLessThanOrEqualTo(counted * 1.3);
        }
    }

    private long disk() {
        return Rows.query(dataSource, "select pg_total_relation_size('hour_series') as n", row -> row.getLong("n"))
                .get(0);
    }

    private void packAll(long check, Instant before) {
        Packed some = new Packed(check - 1, 0, 0);
        while (!some.isDone()) {
            some = packing.pack(some.next(), before, 500);
        }
    }

    /** A sample a minute, with all outcomes. */
    private List<Measurement> measure(long check, int hours, int failing) {
        Random random = new Random(check);
        List<Measurement> measured = new ArrayList<>();
        for (int minute = 0; minute < hours * 60; minute++) {
            Outcome outcome = random.nextInt(100) < failing ? Outcome.values()[random.nextInt(4)] : Outcome.UP;
            measured.add(new Measurement(
                    check,
                    DAY.plusMillis(60_000L * minute + random.nextInt(900)),
                    outcome,
                    outcome.reachable() ? Duration.ofNanos(1_000L * (24_000 + random.nextInt(3_000))) : null,
                    "seen"));
        }
        samples.write(measured);
        return measured;
    }

    private static List<Sample> expected(List<Measurement> measured) {
        return measured.stream()
                .map(one -> new Sample(one.at().truncatedTo(ChronoUnit.SECONDS), one.outcome(), one.latency()))
                .sorted(Comparator.comparing(Sample::at))
                .toList();
    }

    private List<Sample> everything(long check) {
        return samples.latest(check, 1_000_000).stream()
                .map(one -> new Sample(one.at().truncatedTo(ChronoUnit.SECONDS), one.outcome(), one.latency()))
                .sorted(Comparator.comparing(Sample::at))
                .toList();
    }

    private int day(long check, Instant at) {
        return Rows.query(
                        dataSource,
                        "select * from day_series where check_id = ? and day_number = ?",
                        HistoryPacking::digest,
                        check,
                        (int) (at.getEpochSecond() / 86_400))
                .get(0)
                .count();
    }

    private int count(String table, long check) {
        return Rows.query(
                        dataSource,
                        "select count(*) as n from " + table + " where check_id = ?",
                        row -> row.getInt("n"),
                        check)
                .get(0);
    }

    private long newCheck(String server) {
        imports.apply("""
                servers:
                  - code: %s
                    city: Lusaka
                    country: ZM
                    role: phone-server
                    visibility: public
                    checks:
                      - name: port
                        tcp: { host: 192.0.2.1, port: 443 }
                """.formatted(server));
        return checks.reports().stream()
                .filter(report -> report.server().equals(server))
                .map(CheckReport::id)
                .findFirst()
                .orElseThrow();
    }
}
