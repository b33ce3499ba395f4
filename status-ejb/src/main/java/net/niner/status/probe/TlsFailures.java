package net.niner.status.probe;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.SSLException;

/** What a failed TLS handshake amounts to. */
final class TlsFailures {

    private static final String ALERT = "Received fatal alert: ";

    private TlsFailures() {}

    /** @param now whether a certificate has expired, or is not valid yet */
    static ProbeException of(IOException error, String name, Instant now) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof ChainRefused refused) {
                return ProbeException.down(Certificates.complaint(refused, name, Date.from(now)), error);
            }
            if (cause instanceof EOFException) {
                return ProbeException.down("connection closed in the TLS handshake", error);
            }
            if (cause instanceof SocketException) {
                return ProbeException.down("connection reset in the TLS handshake", error);
            }
        }
        String text = String.valueOf(error.getMessage());
        if (text.startsWith(ALERT)) {
            return ProbeException.down("server refused the TLS handshake: " + text.substring(ALERT.length()), error);
        }
        boolean refusal = error.getClass() != SSLException.class;
        return ProbeException.down((refusal ? "TLS handshake failed: " : "answer is not TLS: ") + text, error);
    }
}
