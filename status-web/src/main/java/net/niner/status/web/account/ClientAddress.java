package net.niner.status.web.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
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
        return of(request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")));
    }

    /** @param lines of the header: a proxy may add one of its own instead of going on with the client's */
    static String of(String peer, List<String> lines) {
        if (lines.isEmpty() || !THIS_MACHINE.contains(peer)) {
            return peer;
        }
        String forwardedFor = lines.get(lines.size() - 1);
        String last = forwardedFor.substring(forwardedFor.lastIndexOf(',') + 1).strip();
        return last.matches("[0-9A-Fa-f.:]{2," + LONGEST + "}") ? last : peer;
    }
}
