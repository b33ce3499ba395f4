package net.niner.status.notice;

import java.time.Instant;

/**
 * What became of a try to send a notice.
 *
 * @param words for the history, without addresses
 * @param again when it is to be tried again, null for what is not
 * @param tried whether the relay was asked about it at all
 */
public record Outcome(NoticeState state, String words, Instant again, boolean tried) {

    /** Whatever a relay quotes: addresses are not kept in what it said. */
    private static final String ADDRESS = "<?[^\\s<>@]+@[^\\s<>]+>?";

    public Outcome {
        words = NoticeMoves.cut(words.replaceAll(ADDRESS, "(address)")
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip());
    }

    static Outcome sent(String words) {
        return new Outcome(NoticeState.SENT, "the relay took it: " + words, null, true);
    }

    /** For good. */
    static Outcome refused(String words) {
        return new Outcome(NoticeState.FAILED, words, null, true);
    }

    /** Until a person has looked into it. */
    static Outcome held(String words) {
        return new Outcome(NoticeState.HELD, words, null, true);
    }

    /** For now: nothing of it was taken. */
    static Outcome postponed(String words, Instant again) {
        return new Outcome(NoticeState.QUEUED, words, again, true);
    }

    static Outcome unknown(String words) {
        return new Outcome(NoticeState.UNKNOWN, words, null, true);
    }

    /** Its turn has not come. */
    static Outcome givenBack(String words, Instant again) {
        return new Outcome(NoticeState.QUEUED, words, again, false);
    }

    static Outcome judged(NoticeState state, String words) {
        return new Outcome(state, words, null, false);
    }
}
