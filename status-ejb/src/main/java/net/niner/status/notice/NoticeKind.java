package net.niner.status.notice;

import java.time.Duration;

/** What a notice is about. */
public enum NoticeKind {
    /** An invoice run has not gone out: to the owner. */
    RUN_LATE(Audience.OWNER, Duration.ofDays(7)),
    /** A client's service expires within days and has no invoice: to the owner. */
    EXPIRY_UNBILLED(Audience.OWNER, Duration.ofDays(7)),
    /** A client's invoice comes late. */
    INVOICE_DELAYED(Audience.CLIENT, Duration.ofDays(3)),
    /** A client's services expire soon. */
    EXPIRY(Audience.CLIENT, Duration.ofDays(3)),
    /** A client's invoice waits to be paid. */
    PAYMENT_REMINDER(Audience.CLIENT, Duration.ofDays(7)),
    /** The run that was late has gone out: to the clients who were told of the delay. */
    RUN_SENT(Audience.CLIENT, Duration.ofDays(7)),
    /** A check went down, or came back: to the owner. */
    OUTAGE(Audience.OWNER, Duration.ofHours(6)),
    /** Something that a person should look at: to the owner. */
    FINDING(Audience.OWNER, Duration.ofDays(7)),
    /** Asks whether an address wants to receive anything at all. */
    CONFIRM_SUBSCRIPTION(Audience.SUBSCRIBER, Duration.ofDays(1)),
    INCIDENT(Audience.SUBSCRIBER, Duration.ofHours(12)),
    MAINTENANCE(Audience.SUBSCRIBER, Duration.ofHours(12)),
    MAINTENANCE_REMINDER(Audience.SUBSCRIBER, Duration.ofHours(1)),
    POST_MORTEM(Audience.SUBSCRIBER, Duration.ofDays(3)),
    BILLING_POST(Audience.SUBSCRIBER, Duration.ofDays(3)),
    /** Proves that mail goes out: to whoever asked. */
    TEST(Audience.OWNER, Duration.ofHours(1));

    private final Audience audience;
    private final Duration goodFor;

    NoticeKind(Audience audience, Duration goodFor) {
        this.audience = audience;
        this.goodFor = goodFor;
    }

    public Audience audience() {
        return audience;
    }

    /** How long after its time it is still worth sending. */
    public Duration goodFor() {
        return goodFor;
    }
}
