package net.niner.status.platform;

import jakarta.ejb.ApplicationException;
import java.time.Instant;

/** Somebody else was faster: what was about to be changed is no longer as its reader saw it. Nothing was done. */
@ApplicationException(rollback = true)
public class ChangedMeanwhile extends RuntimeException {

    private final String by;
    private final Instant at;

    /**
     * @param subject as a person knows it
     * @param by who changed it, null where nobody knows
     * @param at when, UTC, null where nobody knows
     */
    public ChangedMeanwhile(String subject, String by, Instant at) {
        super(subject + " was changed meanwhile" + (by == null ? "" : " by " + by));
        this.by = by;
        this.at = at;
    }

    public String by() {
        return by;
    }

    public Instant at() {
        return at;
    }
}
