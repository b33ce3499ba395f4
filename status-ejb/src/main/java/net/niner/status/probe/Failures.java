package net.niner.status.probe;

import java.io.EOFException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/**
 * What the errors of sockets amount to, and who is to blame. The JDK maps errno to classes (Net.c), and the texts of errno depend on the
 * locale, so the classes decide.
 */
final class Failures {

    private Failures() {}

    /** While connecting: no network, no port, no permission, no file handle of ours proves nothing about the target. */
    static ProbeException connecting(IOException error) {
        if (error instanceof ConnectException) {
            return ProbeException.down("connection refused", error);
        }
        if (error instanceof NoRouteToHostException) {
            return ProbeException.down("no route to host", error);
        }
        if (error instanceof SocketTimeoutException) {
            return ProbeException.down("no answer to the connection request", error);
        }
        if (error instanceof BindException) {
            return ProbeException.unknown("no connection could be made from here: " + error.getMessage(), error);
        }
        return ProbeException.unknown("no network here: " + error.getMessage(), error);
    }

    /** After that. */
    static ProbeException talking(IOException error) {
        if (error instanceof PortUnreachableException) {
            return ProbeException.down("port unreachable", error);
        }
        if (error instanceof NoRouteToHostException) {
            return ProbeException.down("no route to host", error);
        }
        if (error instanceof SocketException) {
            return ProbeException.down("connection reset", error);
        }
        if (error instanceof EOFException) {
            return ProbeException.down("connection closed without an answer", error);
        }
        return ProbeException.down("broken answer: " + error.getMessage(), error);
    }
}
