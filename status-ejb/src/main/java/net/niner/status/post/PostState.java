package net.niner.status.post;

/** Where a post stands. */
public enum PostState {
    /** Nobody sees it but the back office. */
    DRAFT,
    /** It will be published at its time. */
    SCHEDULED,
    PUBLISHED,
    /** It was published, and is no more: its address answers 410 Gone. */
    WITHDRAWN
}
