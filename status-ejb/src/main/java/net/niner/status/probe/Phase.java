package net.niner.status.probe;

/** What an attempt is busy with, in the words of “timed out after 10 s while ...”. */
enum Phase {
    CONNECTING("connecting"),
    TLS_HANDSHAKE("in the TLS handshake"),
    FIRST_BYTE("waiting for the first byte"),
    READING("reading");

    final String words;

    Phase(String words) {
        this.words = words;
    }
}
