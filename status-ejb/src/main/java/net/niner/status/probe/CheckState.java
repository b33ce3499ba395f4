package net.niner.status.probe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What is believed of a check after its measurements so far.
 *
 * @param outcome the confirmed state
 * @param since when that state began (backdated), null before the first belief
 * @param downSince when the open outage began, null if none is open; it stays open while the check is unknown
 * @param flapping whether it changes too often; begins with an outage, whose alarm is the only one until it is calm again
 * @param recent the last measurements, oldest first, at most {@link #WINDOW}
 */
public record CheckState(Outcome outcome, Instant since, Instant downSince, boolean flapping, List<Seen> recent) {

    /** How many measurements are remembered. */
    public static final int WINDOW = 20;

    /** Before the first measurement. */
    public static final CheckState INITIAL = new CheckState(Outcome.UNKNOWN, null, null, false, List.of());

    /** One measurement, as far as it is remembered; times to the millisecond. */
    public record Seen(Instant at, Outcome outcome) {}

    public CheckState {
        Objects.requireNonNull(outcome);
        recent = List.copyOf(recent);
    }

    /** True while an outage is open. */
    public boolean isDown() {
        return downSince != null;
    }

    /** The remembered measurements and this one, the oldest forgotten if need be. */
    List<Seen> recentAnd(Measurement measurement) {
        List<Seen> seen = new ArrayList<>(recent);
        seen.add(new Seen(measurement.at(), measurement.outcome()));
        return seen.size() > WINDOW ? seen.subList(seen.size() - WINDOW, seen.size()) : seen;
    }

    /** {@link #recent} for one column: the outcome's letter and the time in base 36, for each. */
    String recentText() {
        StringBuilder text = new StringBuilder();
        for (Seen seen : recent) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(letterOf(seen.outcome()))
                    .append(Long.toString(seen.at().toEpochMilli(), Character.MAX_RADIX));
        }
        return text.toString();
    }

    /** The inverse of {@link #recentText}. */
    static List<Seen> recentOf(String text) {
        List<Seen> recent = new ArrayList<>();
        for (String word : text.isEmpty() ? new String[0] : text.split(" ")) {
            recent.add(new Seen(
                    Instant.ofEpochMilli(Long.parseLong(word, 1, word.length(), Character.MAX_RADIX)),
                    outcomeOf(word.charAt(0))));
        }
        return recent;
    }

    private static char letterOf(Outcome outcome) {
        return outcome == Outcome.UNKNOWN ? '?' : outcome.name().charAt(0);
    }

    private static Outcome outcomeOf(char letter) {
        return switch (letter) {
            case 'U' -> Outcome.UP;
            case 'S' -> Outcome.SLOW;
            case 'D' -> Outcome.DOWN;
            case '?' -> Outcome.UNKNOWN;
            default -> throw new IllegalArgumentException("not an outcome: " + letter);
        };
    }
}
