package net.niner.status.probe;

/** What an attempt is busy with, in the words of “timed out after 10 s while ...”. */
public enum Phase {
    RESOLVING("looking up the name"),
    CONNECTING("connecting"),
    TLS_HANDSHAKE("in the TLS handshake"),
    FIRST_BYTE("waiting for the first byte"),
    /** A command of the protocol goes out; waiting for its answer is {@link #READING}. */
    ASKING("asking"),
    READING("reading");

    final String words;

    Phase(String words) {
        this.words = words;
    }
}
