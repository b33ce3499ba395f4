package net.niner.status.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When invoices go out, and for what. */
class BillingScheduleTest {

    private static final BillingPolicy STANDARD = BillingPolicy.standard(ZoneOffset.UTC);

    private final BillingSchedule schedule = new BillingSchedule(List.of(STANDARD));

    @ParameterizedTest
    @CsvSource({
        // expires, billed, reminder, due, notices, suspended
        "2025-03-10, 2025-01-15, 2025-02-05, 2025-02-14, 2025-02-08, 2025-03-03, 2025-03-17",
        "2025-03-20, 2025-02-15, 2025-03-08, 2025-03-17, 2025-02-18, 2025-03-13, 2025-03-27",
        // of a leap year
        "2024-03-10, 2024-01-15, 2024-02-05, 2024-02-14, 2024-02-09, 2024-03-03, 2024-03-17",
        "2024-02-29, 2024-01-15, 2024-02-05, 2024-02-14, 2024-01-30, 2024-02-22, 2024-03-07",
        // over the end of a year
        "2026-01-05, 2025-11-15, 2025-12-06, 2025-12-15, 2025-12-06, 2025-12-29, 2026-01-12",
        // on the first and on the last day that June's run covers, and on the day after
        "2025-07-16, 2025-06-15, 2025-07-06, 2025-07-15, 2025-06-16, 2025-07-09, 2025-07-23",
        "2025-08-15, 2025-06-15, 2025-07-06, 2025-07-15, 2025-07-16, 2025-08-08, 2025-08-22",
        "2025-08-16, 2025-07-15, 2025-08-05, 2025-08-14, 2025-07-17, 2025-08-09, 2025-08-23",
    })
    void aServiceHasACalendar(
            LocalDate expiry,
            LocalDate billed,
            LocalDate reminder,
            LocalDate due,
            LocalDate first,
            LocalDate second,
            LocalDate suspended) {
        assertThat(schedule.calendar(expiry))
                .isEqualTo(new BillingCalendar(expiry, billed, reminder, due, List.of(first, second), suspended));
    }

    @ParameterizedTest
    @CsvSource({
        "31, 15, 2025-01, 2025-01-31, 2025-02-16, 2025-03-15",
        "31, 15, 2025-02, 2025-02-28, 2025-03-16, 2025-04-15",
        "31, 15, 2024-02, 2024-02-29, 2024-03-16, 2024-04-15",
        "31, 31, 2025-01, 2025-01-31, 2025-03-01, 2025-03-31",
        "31, 31, 2024-12, 2024-12-31, 2025-02-01, 2025-02-28",
        "15, 30, 2024-01, 2024-01-15, 2024-03-01, 2024-03-30",
        "1, 1, 2025-06, 2025-06-01, 2025-07-02, 2025-08-01",
    })
    void monthsEndWhereTheyEnd(
            int billDay, int splitDay, YearMonth month, LocalDate billed, LocalDate from, LocalDate to) {
        BillingPolicy policy = policy("2000-01-01", billDay, splitDay);
        BillingSchedule other = new BillingSchedule(List.of(policy));
        assertThat(other.billDay(month)).isEqualTo(billed);
        assertThat(other.coverage(month)).isEqualTo(new Coverage(from, to));
    }

    @Test
    void everyDayIsCoveredOnceWhateverHoldsAndWhenItChanges() {
        for (int split : List.of(1, 15, 29, 31)) {
            BillingSchedule changing = new BillingSchedule(
                    List.of(STANDARD, policy("2024-02-10", 31, split), policy("2025-06-15", 1, 15)));
            for (LocalDate day = LocalDate.of(2023, 12, 1); day.getYear() < 2027; day = day.plusDays(1)) {
                LocalDate expiry = day;
                long covering = Stream.iterate(YearMonth.from(day).minusMonths(4), month -> month.plusMonths(1))
                        .limit(8)
                        .filter(month -> changing.coverage(month).contains(expiry))
                        .count();
                assertThat(covering).as(expiry + " with split day " + split).isEqualTo(1);
                assertThat(changing.coverage(changing.billedIn(expiry)).contains(expiry))
                        .isTrue();
            }
        }
    }

    @Test
    void aPolicyHoldsFromItsFirstBillDayOn() {
        BillingSchedule changing = new BillingSchedule(List.of(STANDARD, policy("2025-06-10", 1, 20)));
        assertThat(changing.billDay(YearMonth.of(2025, 5))).isEqualTo("2025-05-15");
        // the first of June is before the new one begins, so June goes by the old one
        assertThat(changing.billDay(YearMonth.of(2025, 6))).isEqualTo("2025-06-15");
        assertThat(changing.billDay(YearMonth.of(2025, 7))).isEqualTo("2025-07-01");
        assertThat(changing.coverage(YearMonth.of(2025, 7))).isEqualTo(coverage("2025-08-16", "2025-09-20"));
        assertThat(changing.coverage(YearMonth.of(2025, 8))).isEqualTo(coverage("2025-09-21", "2025-10-20"));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06-15, 2025-06-15",
        "2025-06-30, 2025-06-15",
        "2025-07-07, 2025-06-15",
        "2025-07-08, 2025-07-15",
        "2025-06-08, 2025-06-15",
        "2025-06-07, 2025-05-15",
    })
    void anInvoiceBelongsToTheRunBeforeItsDateOrJustAfter(LocalDate date, LocalDate billDay) {
        assertThat(schedule.runOf(date)).isEqualTo(billDay);
    }

    @ParameterizedTest
    @CsvSource({
        // zone, day, earliest, goes out
        "UTC, 2025-06-22, 2025-06-22T00:05:00Z, 2025-06-22T09:00:00Z",
        "UTC, 2025-06-22, 2025-06-22T16:59:59Z, 2025-06-22T16:59:59Z",
        "UTC, 2025-06-22, 2025-06-22T17:00:00Z, 2025-06-23T09:00:00Z",
        // ahead of UTC: it is the next day there already
        "Pacific/Kiritimati, 2025-06-22, 2025-06-22T00:05:00Z, 2025-06-22T00:05:00Z",
        "Pacific/Kiritimati, 2025-06-22, 2025-06-22T12:00:00Z, 2025-06-22T19:00:00Z",
        // behind it
        "Pacific/Pago_Pago, 2025-06-22, 2025-06-22T00:05:00Z, 2025-06-22T20:00:00Z",
        // on the days on which clocks change
        "Europe/London, 2025-03-30, 2025-03-30T00:05:00Z, 2025-03-30T08:00:00Z",
        "Europe/London, 2025-10-26, 2025-10-26T00:05:00Z, 2025-10-26T09:00:00Z",
        "America/Toronto, 2025-03-09, 2025-03-09T00:05:00Z, 2025-03-09T13:00:00Z",
        "America/Toronto, 2025-03-08, 2025-03-08T22:30:00Z, 2025-03-09T13:00:00Z",
    })
    void mailGoesOutInOfficeHours(String zone, LocalDate day, String earliest, String then) {
        assertThat(SendWindow.from(STANDARD, ZoneId.of(zone), day, Instant.parse(earliest)))
                .isEqualTo(then);
    }

    static BillingPolicy policy(String from, int billDay, int splitDay) {
        return new BillingPolicy(
                LocalDate.parse(from),
                billDay,
                splitDay,
                21,
                30,
                List.of(30, 7),
                7,
                2,
                7,
                30,
                LocalTime.of(9, 0),
                LocalTime.of(17, 0),
                ZoneOffset.UTC);
    }

    private static Coverage coverage(String from, String to) {
        return new Coverage(LocalDate.parse(from), LocalDate.parse(to));
    }
}
