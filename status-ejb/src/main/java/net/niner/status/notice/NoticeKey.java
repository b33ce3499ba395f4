package net.niner.status.notice;

import java.util.List;
import java.util.Objects;

/**
 * By which a notice exists at most once, for ever.
 *
 * @param subject what it is about, as in {@code run:51} or {@code post:70}; never words of a person
 * @param recipient the {@link Recipient#ref}
 * @param stage which of several about that subject, as in {@code 30} days before; empty for the only one
 * @param revision counts how often what it says has changed so that it must be said again
 */
public record NoticeKey(NoticeKind kind, String subject, String recipient, String stage, int revision) {

    public NoticeKey {
        Objects.requireNonNull(kind);
        for (String part : List.of(subject, recipient, stage)) {
            if (part.contains("|")) {
                throw new IllegalArgumentException("a part of a notice's key has a bar in it: " + part);
            }
        }
    }

    public String text() {
        return kind + "|" + subject + "|" + recipient + "|" + stage + "|" + revision;
    }
}
