package net.niner.status.probe;

/** A check and what its probe measured, not yet judged. */
public record Probed(DueCheck check, Measurement measurement) {}
