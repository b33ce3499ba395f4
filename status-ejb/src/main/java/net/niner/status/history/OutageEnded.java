package net.niner.status.history;

/** A target is proven to be back. */
public record OutageEnded(Outage outage) {}
