package net.niner.status.probe;

import java.time.Instant;

/**
 * A check that is to be probed, with all that is needed to probe and to judge it, so that nothing need be read again meanwhile.
 *
 * @param settings as {@link Check#settings()}
 * @param counts whether it counts for its server's ping
 * @param state what was believed when it was read
 * @param dueAt when the probe should begin, UTC
 */
public record DueCheck(
        long id,
        long serverId,
        String name,
        Kind kind,
        String settings,
        CheckRules rules,
        boolean counts,
        CheckState state,
        Instant dueAt) {

    /** The same, to be probed now instead of at its time. */
    public DueCheck dueNow(Instant now) {
        return new DueCheck(id, serverId, name, kind, settings, rules, counts, state, now);
    }
}
