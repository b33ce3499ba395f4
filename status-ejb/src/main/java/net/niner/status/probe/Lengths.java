package net.niner.status.probe;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time and numbers as people write them in files and forms: {@code 60s}, {@code 250ms}, {@code 5m}. */
final class Lengths {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,7}) ?(ms|s|m|h|d)");

    private Lengths() {}

    /** @throws IllegalArgumentException to be read after the field's name */
    static Duration wholeSeconds(String text) {
        Duration duration = duration(text);
        if (duration.toMillisPart() != 0) {
            throw new Misfit(Fault.WHOLE_SECONDS, "must be whole seconds, not " + text);
        }
        return duration;
    }

    /** @throws IllegalArgumentException to be read after the field's name */
    static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new Misfit(Fault.DURATION, "must be a length of time such as 60s, 250ms or 5m, not " + text);
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    /** @throws IllegalArgumentException to be read after the field's name */
    static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Misfit(Fault.NUMBER, "must be a whole number, not " + text);
        }
    }
}
