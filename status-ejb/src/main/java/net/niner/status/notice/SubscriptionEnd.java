package net.niner.status.notice;

/** Who ended a subscription. */
public enum SubscriptionEnd {
    /** The subscriber. */
    SUBSCRIBER,
    /** Mail to the address came back for good. */
    BOUNCE,
    /** Somebody who runs the site. */
    STAFF
}
