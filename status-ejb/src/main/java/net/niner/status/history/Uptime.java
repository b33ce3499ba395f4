package net.niner.status.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * How much of a time something was well. Follows from intervals alone, exactly.
 *
 * @param counted how much of the time counts: not what is unknown, and not what is left out
 * @param bad how much of that it was not well
 */
public record Uptime(Duration counted, Duration bad) {

    private static final int HUNDRED = 100;

    /**
     * Pure.
     *
     * @param bad when it was not well; what overlaps counts once
     * @param leftOut what does not count at all, whether it was well or not
     */
    public static Uptime of(Interval window, Collection<Interval> bad, Collection<Interval> leftOut) {
        List<Interval> counted = Interval.without(List.of(window), leftOut);
        return new Uptime(Interval.total(counted), Interval.total(Interval.common(counted, bad)));
    }

    /** False where nothing of the time counts, so that there is nothing to say. */
    public boolean isKnown() {
        return !counted.isZero();
    }

    /**
     * In percent, rounded down: 100 means that not a second is missing.
     *
     * @throws IllegalStateException if nothing is known
     */
    public BigDecimal percent(int decimals) {
        if (!isKnown()) {
            throw new IllegalStateException("nothing of that time counts");
        }
        return nanos(counted.minus(bad))
                .multiply(BigDecimal.valueOf(HUNDRED))
                .divide(nanos(counted), decimals, RoundingMode.DOWN);
    }

    private static BigDecimal nanos(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds()).movePointRight(9).add(BigDecimal.valueOf(duration.getNano()));
    }
}
