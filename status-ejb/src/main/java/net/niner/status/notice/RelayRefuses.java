package net.niner.status.notice;

/** The relay cannot be reached, or lets nobody in, whatever is sent: nothing was handed over, and no single notice is to blame. */
class RelayRefuses extends Exception {

    private static final long serialVersionUID = 1L;

    RelayRefuses(String message, Throwable cause) {
        super(message, cause);
    }
}
