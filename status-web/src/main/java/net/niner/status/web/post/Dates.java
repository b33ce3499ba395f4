package net.niner.status.web.post;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import net.niner.status.web.platform.Words;

/**
 * A year, a month or a day, UTC, whose posts are asked for.
 *
 * @param until exclusive
 */
record Dates(LocalDate from, LocalDate until, String pattern) {

    /** Empty for what is in no calendar; {@code null} for the parts that were not asked for. */
    static Optional<Dates> of(String year, String month, String day) {
        try {
            int number = Integer.parseInt(year);
            if (month == null) {
                LocalDate first = LocalDate.of(number, 1, 1);
                return Optional.of(new Dates(first, first.plusYears(1), "yyyy"));
            }
            if (day == null) {
                LocalDate first = YearMonth.of(number, Integer.parseInt(month)).atDay(1);
                return Optional.of(new Dates(first, first.plusMonths(1), "LLLL yyyy"));
            }
            LocalDate date = LocalDate.of(number, Integer.parseInt(month), Integer.parseInt(day));
            return Optional.of(new Dates(date, date.plusDays(1), "d MMMM yyyy"));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    String text(Locale locale) {
        return Words.capital(DateTimeFormatter.ofPattern(pattern, locale).format(from));
    }
}
