package net.niner.status.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The one address and port the site listens on, tried before anything is started. */
record Listener(InetAddress address, int port) {
    void check() {
        try (ServerSocket socket = new ServerSocket(port, 1, address)) {
            socket.getLocalPort();
        } catch (IOException e) {
            throw refusal(String.valueOf(e.getMessage()));
        }
    }

    private Refusal refusal(String reason) {
        String host = address.getHostAddress();
        if (reason.contains("assign requested address")) {
            return new Refusal("refused.address", host);
        }
        if (reason.contains("Permission denied")) {
            return new Refusal("refused.port.forbidden", String.valueOf(port));
        }
        return new Refusal("refused.port.taken", String.valueOf(port), host);
    }
}
