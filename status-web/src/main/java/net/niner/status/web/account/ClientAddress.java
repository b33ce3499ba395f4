package net.niner.status.web.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/**
 * The address that a request came from. Behind a proxy on this machine it is the last one that the proxy named in {@code X-Forwarded-For}: earlier ones
 * are the client's own word.
 */
public final class ClientAddress {

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1");
    private static final int LONGEST = 45;

    private ClientAddress() {}

    public static String of(HttpServletRequest request) {
        return of(request.getRemoteAddr(), request.getHeader("X-Forwarded-For"));
    }

    static String of(String peer, String forwardedFor) {
        if (forwardedFor == null || !THIS_MACHINE.contains(peer)) {
            return peer;
        }
        String last = forwardedFor.substring(forwardedFor.lastIndexOf(',') + 1).strip();
        return last.matches("[0-9A-Fa-f.:]{2," + LONGEST + "}") ? last : peer;
    }
}
