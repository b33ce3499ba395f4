package net.niner.status.web.platform;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Tells the browser what the site will never do: run a script or load anything from elsewhere, sit in a frame, send its address on to others. Mapped to
 * error dispatches as well, since the container forgets headers when a page fails. The pages of the back office bring a policy of their own,
 * with a nonce for each answer ({@code primefaces.CSP_POLICY}), and leave nothing behind in any cache.
 */
public class SecurityHeaders implements Filter {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
                    + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String[][] HEADERS = {
        {"X-Content-Type-Options", "nosniff"},
        {"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
    };

    /** Browsers hide the origin of a form where they may send no referrer at all, and the back office asks for it. */
    private static final String REFERRER_POLICY = "Referrer-Policy";

    private static final String ONE_YEAR = "max-age=31536000";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        if (ReadOnlyPages.isOffice(asked.getRequestURI())) {
            answer.setHeader("Cache-Control", "no-store");
            answer.setHeader(REFERRER_POLICY, "same-origin");
        } else {
            answer.setHeader("Content-Security-Policy", POLICY);
            answer.setHeader(REFERRER_POLICY, "no-referrer");
        }
        for (String[] header : HEADERS) {
            answer.setHeader(header[0], header[1]);
        }
        if (isForOtherPages(asked.getRequestURI())) {
            answer.setHeader("Access-Control-Allow-Origin", "*");
            answer.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        }
        if (isHttps(asked)) {
            answer.setHeader("Strict-Transport-Security", ONE_YEAR);
        }
        chain.doFilter(request, response);
    }

    /** Believes a proxy's word without asking who it is: browsers ignore the header over plain HTTP. */
    static boolean isHttps(HttpServletRequest request) {
        return request.isSecure() || "https".equals(request.getHeader("X-Forwarded-Proto"));
    }

    /** What is there to be shown by the pages of others. */
    private static boolean isForOtherPages(String path) {
        return path.startsWith("/api/v2/") || path.startsWith("/badge/") || path.startsWith("/maintenance.ics");
    }
}
