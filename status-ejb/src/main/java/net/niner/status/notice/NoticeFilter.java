package net.niner.status.notice;

import java.time.Instant;
import java.util.Set;

/**
 * Which notices to look for. What is null or empty asks for nothing.
 *
 * @param words in the recipient's address, or the {@link Recipient#ref} as a whole
 * @param about what they are about, as in {@code run:51}
 * @param from when they were enqueued at the earliest
 * @param until before when they were enqueued
 * @param awaitingApproval whether only those that wait for approval
 */
public record NoticeFilter(
        Set<NoticeState> states,
        Set<NoticeKind> kinds,
        String words,
        String about,
        Instant from,
        Instant until,
        boolean awaitingApproval) {

    public NoticeFilter {
        states = states == null ? Set.of() : Set.copyOf(states);
        kinds = kinds == null ? Set.of() : Set.copyOf(kinds);
    }

    public static NoticeFilter all() {
        return new NoticeFilter(null, null, null, null, null, null, false);
    }

    /** All for one recipient, by the {@link Recipient#ref}. */
    public static NoticeFilter to(String recipient) {
        return new NoticeFilter(null, null, recipient, null, null, null, false);
    }

    /** All about that, as in {@code run:51}. */
    public static NoticeFilter about(String subject) {
        return new NoticeFilter(null, null, null, subject, null, null, false);
    }

    public static NoticeFilter standing(NoticeState state) {
        return new NoticeFilter(Set.of(state), null, null, null, null, null, false);
    }

    /** Those that wait for approval. */
    public static NoticeFilter toApprove() {
        return new NoticeFilter(null, null, null, null, null, null, true);
    }
}
