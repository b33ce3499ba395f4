package net.niner.status.notice;

import java.time.Instant;
import java.util.Map;

/**
 * The notices that wait for approval.
 *
 * @param count how many
 * @param recipients how many recipients these have
 * @param last the highest id among them: what comes later was not seen, and is not approved with them; 0 for none
 * @param until when the last of them was held: of those before it, one that is held later was not seen either; the epoch for none
 * @param kinds how many of each kind
 */
public record ApprovalBatch(int count, int recipients, long last, Instant until, Map<NoticeKind, Integer> kinds) {

    public boolean isEmpty() {
        return count == 0;
    }
}
