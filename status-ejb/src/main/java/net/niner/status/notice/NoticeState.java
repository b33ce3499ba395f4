package net.niner.status.notice;

/** Where a notice stands. */
public enum NoticeState {
    /** It waits for its time, or for its turn. */
    QUEUED,
    /** Somebody claimed it, and is sending it. */
    SENDING,
    /** The relay took it. */
    SENT,
    /** The relay refused it for good. */
    FAILED,
    /** The connection died after the message was handed over: only a person may say what became of it. */
    UNKNOWN,
    /** It waits for a person. */
    HELD,
    /** It was not to be sent to that address. */
    SUPPRESSED,
    /** Its time had passed before it could be sent. */
    STALE,
    /** What it says no longer held, or a person took it back. */
    CANCELLED,
    /** It was sent, and came back. */
    BOUNCED
}
