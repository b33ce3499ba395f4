package net.niner.status.board;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import net.niner.status.probe.Outcome;

/**
 * What the checks see of a server.
 *
 * @param latency of the quickest check that answers, null where none does
 * @param since when the ping came to be so, UTC, null where nothing was ever proven
 * @param reason why the ping is what it is
 */
public record Observed(Outcome ping, Duration latency, Instant since, Reason reason) {

    /** Where a ping comes from. */
    public enum Reason {
        /** The checks measured it. */
        MEASURED,
        /** No check counts for this server's ping. */
        NO_CHECK,
        /** No check has measured yet. */
        NOT_YET,
        /** The last measurement is too old to say anything. */
        STALE,
        /** Checks ran, and could prove nothing: our own link or a server in between is down, or we could not ask at all. */
        UNPROVEN
    }

    public Observed {
        Objects.requireNonNull(ping);
        Objects.requireNonNull(reason);
    }

    static Observed noCheck() {
        return new Observed(Outcome.UNKNOWN, null, null, Reason.NO_CHECK);
    }
}
