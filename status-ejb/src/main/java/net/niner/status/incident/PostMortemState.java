package net.niner.status.incident;

/** Where a post-mortem stands. */
public enum PostMortemState {
    /** Only the back office sees it. */
    DRAFT,
    /** It is a post; what is changed is published at once. */
    PUBLISHED
}
