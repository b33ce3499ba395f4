package net.niner.status.web.account;

import jakarta.servlet.http.HttpServletRequest;

/** Whether the browser came over TLS: to this site itself, or to the proxy before it. */
final class SecureTransport {

    private SecureTransport() {}

    static boolean carries(HttpServletRequest request) {
        return request.isSecure() || "https".equals(request.getHeader("X-Forwarded-Proto"));
    }
}
