package net.niner.status.incident;

import java.time.Instant;
import net.niner.status.probe.Outcome;

/**
 * A check that proves a follow-up, as it stands now.
 *
 * @param name as a person knows it: {@code NC036 webmail}; empty for a visitor where the check is not public
 * @param since null where nothing was measured yet; UTC
 */
public record FollowUpProof(long checkId, String name, Outcome outcome, Instant since) {}
