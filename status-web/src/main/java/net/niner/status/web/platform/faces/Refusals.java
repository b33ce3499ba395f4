package net.niner.status.web.platform.faces;

import java.util.Optional;

/**
 * Puts a feature's refusals into words: a CDI bean of each feature that refuses something implements it. What an action threw is shown
 * to whoever pressed the button, and the form stays as it is.
 */
public interface Refusals {

    /**
     * @param refusal what the action threw, or one of its causes
     * @return what to say, in the reader's language; nothing if this is no refusal of the feature's
     */
    Optional<String> explain(Throwable refusal);
}
