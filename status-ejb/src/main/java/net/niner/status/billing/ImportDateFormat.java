package net.niner.status.billing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How days are written in the files of an import. It is chosen, never guessed: 03/04/2025 is a day in March to some and in April to others. A time of
 * day behind it, as databases write, is passed over.
 */
public enum ImportDateFormat {
    ISO("yyyy-MM-dd"),
    DAY_FIRST("dd/MM/yyyy"),
    MONTH_FIRST("MM/dd/yyyy"),
    POINTS("dd.MM.yyyy");

    /** Whatever lies before this is a mistake of a machine: an empty date, or the beginning of its time. */
    static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    static final LocalDate LAST = LocalDate.of(2100, 1, 1);

    private static final Pattern WITH_TIME = Pattern.compile("(\\S+?)[ T]\\d{1,2}:\\d{2}.*");
    private static final Pattern ZEROS = Pattern.compile("[0/.-]+");

    private final String pattern;
    private final DateTimeFormatter formatter;

    ImportDateFormat(String pattern) {
        this.pattern = pattern;
        // "u" is the year itself; "y" is one of an era, which strict resolving would demand
        this.formatter = DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** As people and the API name it. */
    public String pattern() {
        return pattern;
    }

    public static Optional<ImportDateFormat> of(String pattern) {
        return Arrays.stream(values())
                .filter(format -> format.pattern.equals(pattern))
                .findFirst();
    }

    /** A day, or why it is none that can be used. */
    record Reading(LocalDate day, boolean absurd) {}

    /** @return empty if it is no day in this form at all; one that is zero or cannot be meant is absurd */
    Optional<Reading> read(String text) {
        Matcher timed = WITH_TIME.matcher(text);
        String day = timed.matches() ? timed.group(1) : text;
        if (ZEROS.matcher(day).matches() && day.indexOf('0') >= 0) {
            return Optional.of(new Reading(null, true));
        }
        try {
            LocalDate read = LocalDate.parse(day, formatter);
            boolean absurd = read.isBefore(FIRST) || !read.isBefore(LAST);
            return Optional.of(new Reading(absurd ? null : read, absurd));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
