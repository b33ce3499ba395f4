package net.niner.status.notice;

import jakarta.ejb.Stateless;

/** What the owner must do by hand. Each exists once by its key, however often it is raised; one that is done comes back only under another key. */
@Stateless
public class OwnerTasks {

    /**
     * Raises it, in the caller's transaction.
     *
     * @param key as in {@code unreachable|client:51|run:7}; at most 200 characters
     * @param clientId the client that it is about, null for none; goes when the client's data is erased
     * @param text what is to be done, one sentence in English
     * @return whether it is new
     */
    public boolean raise(TaskKind kind, String key, Long clientId, String text) {
        throw new UnsupportedOperationException(kind + key + clientId + text);
    }
}
