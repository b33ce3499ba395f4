package net.niner.status.post;

/**
 * A post was published, or came back; observed after the transaction that did it.
 *
 * @param postId the post
 */
public record PostPublished(long postId) {}
