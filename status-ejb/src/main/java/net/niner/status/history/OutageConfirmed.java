package net.niner.status.history;

/**
 * An outage is believed from now on.
 *
 * @param flapping the check changes too often to raise an alarm again
 */
public record OutageConfirmed(Outage outage, boolean flapping) {}
