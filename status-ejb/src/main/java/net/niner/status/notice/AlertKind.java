package net.niner.status.notice;

/** What an alert is about. */
public enum AlertKind {
    /** A check is down. */
    OUTAGE(NoticeKind.OUTAGE),
    /** Something that a person should look at. */
    FINDING(NoticeKind.FINDING);

    private final NoticeKind notice;

    AlertKind(NoticeKind notice) {
        this.notice = notice;
    }

    NoticeKind notice() {
        return notice;
    }
}
