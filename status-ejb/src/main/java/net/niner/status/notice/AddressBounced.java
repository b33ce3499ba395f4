package net.niner.status.notice;

/**
 * Mail came back for good; told within the transaction that notices it.
 *
 * @param ref whose address it is, as {@link Recipient#ref}
 */
public record AddressBounced(String ref) {}
