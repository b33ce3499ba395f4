package net.niner.status.notice;

import java.util.List;

/**
 * A notice with its exact text, as it goes or went out less the frame, and what became of it.
 *
 * @param text null where it is forgotten
 * @param sentTo the address that it really went to, null where it has not gone, or that is forgotten
 * @param language as in {@code fr}
 * @param zone the recipient's
 * @param history oldest first
 */
public record NoticeView(
        NoticeRow row,
        NoticeKey key,
        MailText text,
        String sentTo,
        String language,
        String zone,
        String messageId,
        List<NoticeEvent> history) {}
