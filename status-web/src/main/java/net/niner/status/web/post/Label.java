package net.niner.status.web.post;

/** A word with a page behind it. */
public record Label(String text, String href) {}
