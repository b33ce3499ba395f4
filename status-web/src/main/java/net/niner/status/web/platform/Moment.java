package net.niner.status.web.platform;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** An instant as a page prints it: UTC, in the form of the company's posts. */
public record Moment(Instant at, Locale locale) {

    private static final String FULL = "d MMMM yyyy HH:mm:ss xx";

    /** {@code 7 July 2025 07:12:58 +0000} */
    public String text() {
        return format(FULL);
    }

    /** For the {@code datetime} attribute, whole seconds. */
    public String machine() {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** {@code 16:48} */
    public String timeOfDay() {
        return format("HH:mm");
    }

    /** A city's name and its time of day, as {@code Lusaka 18:48}; with the day where it is another one than in UTC. */
    String clockIn(ZoneId zone) {
        ZonedDateTime there = at.atZone(zone);
        String pattern = there.toLocalDate().equals(utc().toLocalDate()) ? "HH:mm" : "d MMM HH:mm";
        String name = zone.getId();
        return name.substring(name.lastIndexOf('/') + 1).replace('_', ' ') + " "
                + DateTimeFormatter.ofPattern(pattern, locale).format(there);
    }

    /** {@code 7 July} */
    public String day() {
        return format("d MMMM");
    }

    /** True if both are of the same day, UTC. */
    public boolean isOn(Instant other) {
        return utc().toLocalDate().equals(other.atZone(ZoneOffset.UTC).toLocalDate());
    }

    private String format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(utc());
    }

    private ZonedDateTime utc() {
        return at.atZone(ZoneOffset.UTC);
    }
}
