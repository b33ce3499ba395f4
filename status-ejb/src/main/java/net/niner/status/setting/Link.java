package net.niner.status.setting;

/** A way out of the site, as the front page lists it. */
public record Link(String label, String url) {}
