package net.niner.status.notice;

import java.time.Instant;

/**
 * A line in the history of a notice.
 *
 * @param state the one that it came to
 * @param what one sentence in English, without personal data
 * @param who the person, empty for the site itself
 */
public record NoticeEvent(Instant at, NoticeState state, String what, String who) {}
