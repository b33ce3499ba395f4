package net.niner.status.batch.platform;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * What a job may be given when it starts, said so that a form can be made of it.
 *
 * @param description what it is for, in English
 * @param choices what it may be, where it is a choice; else empty
 * @param least the lowest number, where it is a number; else null
 * @param most the highest number, where it is a number; else null
 * @param standard what it is where nobody says anything; null where it must be said
 */
public record JobParameter(
        String name,
        String description,
        Kind kind,
        List<String> choices,
        Integer least,
        Integer most,
        String standard) {

    /** What it can be. */
    public enum Kind {
        CHOICE,
        /** A whole number. */
        NUMBER,
        /** A day of the calendar (ISO 8601), as {@code 2025-06-22}; empty for today. */
        DAY
    }

    public JobParameter {
        choices = List.copyOf(choices);
    }

    /** The first choice is the standard one. */
    static JobParameter choice(String name, String description, String... choices) {
        return new JobParameter(name, description, Kind.CHOICE, List.of(choices), null, null, choices[0]);
    }

    static JobParameter number(String name, String description, int least, int most, int standard) {
        return new JobParameter(name, description, Kind.NUMBER, List.of(), least, most, String.valueOf(standard));
    }

    /** The number of something that exists; it must be said. */
    static JobParameter id(String name, String description) {
        return new JobParameter(name, description, Kind.NUMBER, List.of(), 1, Integer.MAX_VALUE, null);
    }

    static JobParameter day(String name, String description) {
        return new JobParameter(name, description, Kind.DAY, List.of(), null, null, "");
    }

    public boolean takes(String value) {
        if (value == null) {
            return false;
        }
        return switch (kind) {
            case CHOICE -> choices.contains(value);
            case NUMBER -> isNumber(value);
            case DAY -> value.isEmpty() || isDay(value);
        };
    }

    /** What it takes, as {@code due or all}, or {@code a whole number from 1 to 59}. */
    public String form() {
        return switch (kind) {
            case CHOICE -> String.join(" or ", choices);
            case NUMBER -> "a whole number from " + least + " to " + most;
            case DAY -> "a day as 2025-06-22";
        };
    }

    private boolean isNumber(String value) {
        try {
            int number = Integer.parseInt(value);
            return String.valueOf(number).equals(value) && number >= least && number <= most;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isDay(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
