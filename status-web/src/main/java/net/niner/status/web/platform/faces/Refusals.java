package net.niner.status.web.platform.faces;

import java.util.Optional;

/** What a feature's refusals mean to a person: a CDI bean of each feature that refuses something implements it. */
public interface Refusals {

    /** A sentence in the reader's language, or nothing where this is not one of the feature's refusals. */
    Optional<String> explain(Throwable refusal);
}
