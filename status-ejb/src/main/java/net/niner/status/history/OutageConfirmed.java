package net.niner.status.history;

/**
 * An outage is believed from now on.
 *
 * @param flapping the check changes too often, and an earlier outage raised the alarm already
 */
public record OutageConfirmed(Outage outage, boolean flapping) {}
