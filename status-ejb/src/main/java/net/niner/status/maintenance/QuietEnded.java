package net.niner.status.maintenance;

import java.time.Instant;
import java.util.Set;

/**
 * Work that went on is over, or no longer is about all of its servers; told within the transaction that says so.
 *
 * @param from since when it really went on
 * @param serverIds those that it was about; work on some of them may go on all the same
 */
public record QuietEnded(Instant from, Instant at, Set<Long> serverIds) {}
