package net.niner.status.notice;

import java.time.Instant;
import java.util.Objects;

/**
 * A notice, ready to be enqueued.
 *
 * @param notBefore when it may go out
 * @param why one sentence for the people who run the site, in English, without personal data: {@code the run of 15 June is 8 days late}
 */
public record NoticeDraft(NoticeKey key, Recipient recipient, MailText text, Instant notBefore, String why) {

    public NoticeDraft {
        Objects.requireNonNull(key);
        Objects.requireNonNull(recipient);
        Objects.requireNonNull(text);
        Objects.requireNonNull(notBefore);
        Objects.requireNonNull(why);
    }
}
