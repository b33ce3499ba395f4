package net.niner.status.notice;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a round of delivery came to.
 *
 * @param outcomes how many notices came to which state; those that are queued again are to be tried again
 * @param held how many wait for approval since this round
 * @param stale how many were too late
 * @param trouble what the relay said while it let nobody in, null otherwise
 */
public record DeliveryReport(Map<NoticeState, Integer> outcomes, int held, int stale, String trouble) {

    static final DeliveryReport NOTHING = new DeliveryReport(Map.of(), 0, 0, null);

    public DeliveryReport {
        outcomes = outcomes.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(outcomes));
    }

    public int count(NoticeState state) {
        return outcomes.getOrDefault(state, 0);
    }

    /** One sentence without personal data. */
    public String sentence() {
        StringBuilder sentence = new StringBuilder("sent ").append(count(NoticeState.SENT));
        add(sentence, count(NoticeState.QUEUED), "put off");
        add(sentence, count(NoticeState.FAILED), "refused");
        add(sentence, count(NoticeState.UNKNOWN), "unknown");
        add(sentence, held, "held for approval");
        add(sentence, count(NoticeState.HELD), "held");
        add(sentence, count(NoticeState.CANCELLED) + count(NoticeState.SUPPRESSED), "not sent");
        add(sentence, stale, "too late");
        return trouble == null ? sentence.toString() : sentence + "; the relay lets nobody in: " + trouble;
    }

    private static void add(StringBuilder sentence, int count, String words) {
        if (count > 0) {
            sentence.append(", ").append(count).append(' ').append(words);
        }
    }
}
