package net.niner.status.web.account;

import jakarta.faces.application.FacesMessage;
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
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import net.niner.status.account.Caller;
import net.niner.status.account.SignedIn;
import net.niner.status.account.UserSessions;
import net.niner.status.web.platform.Language;
import net.niner.status.web.platform.ReadOnlyPages;
import net.niner.status.web.platform.Words;
import net.niner.status.web.platform.faces.Frame;
import net.niner.status.web.platform.faces.LaterMessages;

/**
 * Stands before the back office: whoever is signed in becomes the caller of every service for the length of the request, whoever is not is asked to sign
 * in first. Services refuse callers by themselves; the door is there so that people are asked and not refused. Behind every request, of the API as
 * well, it takes care that the thread speaks for nobody any more.
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
        try {
            if (!ReadOnlyPages.isOfficeView(asked.getServletPath())) {
                chain.doFilter(request, response);
            } else if (comesFromElsewhere(asked)) {
                answer.sendError(HttpServletResponse.SC_FORBIDDEN);
            } else {
                enter(asked.getServletPath().replace(".xhtml", ""), asked, answer, chain);
            }
        } finally {
            Caller.forget();
        }
    }

    private void enter(String path, HttpServletRequest asked, HttpServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        Optional<SignedIn> who = StaffCookie.read(asked)
                .flatMap(secret -> sessions.find(secret, ClientAddress.of(asked), !Frame.isIdle(asked)));
        if (who.isPresent()) {
            asked.setAttribute(SIGNED_IN, who.get());
            language(who.get().language()).ifPresent(own -> asked.setAttribute(Language.ATTRIBUTE, own));
            Caller.bind(who.get().actor());
            chain.doFilter(asked, answer);
        } else if (isOpen(path)) {
            chain.doFilter(asked, answer);
        } else if (asked.getHeader("Faces-Request") != null) {
            answer.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            if (asked.getMethod().equals("POST")) {
                LaterMessages.keep(
                        asked.getSession(),
                        FacesMessage.SEVERITY_WARN,
                        Words.in(Language.of(asked)).of("account.session.over"));
            }
            answer.sendRedirect(SIGN_IN + "?to=" + URLEncoder.encode(wanted(path, asked), StandardCharsets.UTF_8));
        }
    }

    /** Nothing for whoever leaves it to the browser. */
    static Optional<Language> language(String tag) {
        return Arrays.stream(Language.values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    private static String wanted(String path, HttpServletRequest asked) {
        return asked.getQueryString() == null ? path : path + "?" + asked.getQueryString();
    }

    private static boolean comesFromElsewhere(HttpServletRequest request) {
        return comesFromElsewhere(
                request.getMethod(),
                request.getHeader("Sec-Fetch-Site"),
                request.getHeader("Origin"),
                request.getHeader("Host"));
    }

    /**
     * A form of another site that posts to ours: browsers say so by Fetch Metadata where the connection is trusted (TLS, or this machine), and by
     * the Origin header of RFC 6454 everywhere. That is {@code null} for a page that hides where it is, which ours do not.
     */
    static boolean comesFromElsewhere(String method, String site, String origin, String host) {
        if (!method.equals("POST")) {
            return false;
        }
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        return origin != null && !origin.endsWith("://" + host);
    }
}
