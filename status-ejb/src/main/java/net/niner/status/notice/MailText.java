package net.niner.status.notice;

import java.util.Objects;

/**
 * What a mail says, whole and final.
 *
 * @param subject one line: whatever would end it is made a space
 * @param text for readers without HTML
 * @param html a fragment for the body; everything in it is escaped already
 */
public record MailText(String subject, String text, String html) {

    /** In characters. */
    public static final int SUBJECT_LENGTH = 200;

    public MailText {
        Objects.requireNonNull(text);
        Objects.requireNonNull(html);
        String line =
                subject.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
        subject = line.length() > SUBJECT_LENGTH ? line.substring(0, SUBJECT_LENGTH - 1) + "…" : line;
    }
}
