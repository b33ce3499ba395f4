package net.niner.status.web.notice;

import net.niner.status.notice.NoticeFilter;
import net.niner.status.notice.NoticeState;

/** The piles of the outbox that somebody looks for. */
public enum Show {
    ALL(NoticeFilter.all(), ""),
    APPROVAL(NoticeFilter.toApprove(), "urgent"),
    UNKNOWN(NoticeFilter.standing(NoticeState.UNKNOWN), "urgent"),
    FAILED(NoticeFilter.standing(NoticeState.FAILED), "grave"),
    BOUNCED(NoticeFilter.standing(NoticeState.BOUNCED), "grave");

    private final NoticeFilter filter;
    private final String urgency;

    Show(NoticeFilter filter, String urgency) {
        this.filter = filter;
        this.urgency = urgency;
    }

    NoticeFilter filter() {
        return filter;
    }

    /** A class of the stylesheet. */
    String urgency() {
        return urgency;
    }
}
