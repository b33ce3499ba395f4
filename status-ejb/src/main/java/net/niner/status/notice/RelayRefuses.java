package net.niner.status.notice;

import java.util.Optional;

/** The relay cannot be reached, or lets nobody in, whatever is sent: nothing was handed over, and no single notice is to blame. */
class RelayRefuses extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Outcome meanwhile;

    RelayRefuses(String message, Throwable cause) {
        this(message, cause, null);
    }

    /** @param meanwhile what becomes of the notice that it was asked about, which must not be the first again; null where it was asked about none */
    RelayRefuses(String message, Throwable cause, Outcome meanwhile) {
        super(message, cause);
        this.meanwhile = meanwhile;
    }

    Optional<Outcome> meanwhile() {
        return Optional.ofNullable(meanwhile);
    }
}
