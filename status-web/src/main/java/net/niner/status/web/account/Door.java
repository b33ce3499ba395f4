package net.niner.status.web.account;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import net.niner.status.account.Caller;
import net.niner.status.account.SignedIn;
import net.niner.status.account.UserSessions;
import net.niner.status.web.platform.faces.Frame;

/**
 * Stands before the back office: whoever is signed in becomes the caller of every service for the length of the request, whoever is not is asked to sign
 * in first. Services refuse callers by themselves; the door is there so that people are asked and not refused.
 */
public class Door implements Filter {

    static final String SIGN_IN = "/admin/sign-in";
    static final String SIGNED_IN = SignedIn.class.getName();

    private static final Set<String> OPEN = Set.of(SIGN_IN, "/admin/code", "/admin/enrol", "/admin/welcome");

    @Inject
    private UserSessions sessions;

    static boolean isOpen(String path) {
        return OPEN.contains(path);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = new RelativeRedirects((HttpServletResponse) response);
        if (!asked.getServletPath().startsWith(ReturnAddress.DESK)) {
            chain.doFilter(request, response);
        } else if (comesFromElsewhere(asked)) {
            answer.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            enter(asked.getServletPath().replace(".xhtml", ""), asked, answer, chain);
        }
    }

    private void enter(String path, HttpServletRequest asked, HttpServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        Optional<SignedIn> who = StaffCookie.read(asked)
                .flatMap(secret -> sessions.find(secret, ClientAddress.of(asked), !Frame.isIdle(asked)));
        if (who.isPresent()) {
            asked.setAttribute(SIGNED_IN, who.get());
            asked.setAttribute("status.language", who.get().language());
            Caller.bind(who.get().actor());
            try {
                chain.doFilter(asked, answer);
            } finally {
                Caller.forget();
            }
        } else if (isOpen(path)) {
            chain.doFilter(asked, answer);
        } else if (asked.getHeader("Faces-Request") != null) {
            answer.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            answer.sendRedirect(SIGN_IN + "?to=" + URLEncoder.encode(wanted(path, asked), StandardCharsets.UTF_8));
        }
    }

    private static String wanted(String path, HttpServletRequest asked) {
        return asked.getQueryString() == null ? path : path + "?" + asked.getQueryString();
    }

    /** A form of another site that posts to ours: browsers say so (Fetch Metadata, and the Origin header of RFC 6454 before it). */
    static boolean comesFromElsewhere(HttpServletRequest request) {
        if (!request.getMethod().equals("POST")) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin != null && !origin.endsWith("://" + request.getHeader("Host"));
    }
}
