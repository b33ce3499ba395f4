package net.niner.status.notice;

import jakarta.ejb.Stateless;
import java.util.List;

/** Puts notices into the outbox. */
@Stateless
public class Notices {

    /**
     * Enqueues it in the caller's transaction, unless its key exists already.
     *
     * @return whether it is new
     */
    public boolean enqueue(NoticeDraft draft) {
        return enqueueAll(List.of(draft)) == 1;
    }

    /** @return how many of them are new */
    public int enqueueAll(List<NoticeDraft> drafts) {
        throw new UnsupportedOperationException(String.valueOf(drafts.size()));
    }
}
