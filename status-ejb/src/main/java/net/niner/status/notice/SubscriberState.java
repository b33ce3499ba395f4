package net.niner.status.notice;

/** Where a subscription stands. */
public enum SubscriberState {
    /** Somebody asked for it; whether it was the owner of the address is not known yet. */
    PENDING,
    /** The owner of the address confirmed it. */
    ACTIVE,
    /** Nothing is sent there any more. */
    ENDED
}
