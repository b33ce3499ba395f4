package net.niner.status.web.platform.faces;

import jakarta.faces.application.FacesMessage;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.niner.status.web.platform.Language;
import net.niner.status.web.platform.Words;

/**
 * Acts once upon a button that was pressed twice, or whose answer was lost and asked for again: each press carries an id, and a second one with
 * the same id waits for the first to end and is answered with the page as it is then. A form without an id, from a browser without
 * scripts, is let through.
 */
public class Repeats implements Filter {

    /** Request attribute that is set where the form was refused, so that it is not taken for done. */
    static final String REFUSED = "status.refused";

    static final String HEADER = "X-Attempt";
    static final String FIELD = "status.attempt";

    private static final String ATTEMPTS = Attempts.class.getName();
    private static final Pattern ID = Pattern.compile("[\\w-]{8,64}");
    private static final long PATIENCE_SECONDS = 15;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        asked.setCharacterEncoding(StandardCharsets.UTF_8.name());
        HttpSession session = asked.getSession(false);
        String id = "POST".equals(asked.getMethod()) && session != null ? id(asked) : null;
        if (id == null) {
            chain.doFilter(request, response);
            return;
        }
        Attempts attempts = of(session);
        Optional<Attempts.Attempt> first = attempts.begin(id);
        if (first.isPresent()) {
            repeat(first.get(), asked, (HttpServletResponse) response);
            return;
        }
        boolean done = false;
        try {
            chain.doFilter(request, response);
            done = asked.getAttribute(REFUSED) == null && ((HttpServletResponse) response).getStatus() < 400;
        } finally {
            attempts.end(id, done);
        }
    }

    /** The presses of this session that were done, for pages to forget what was typed for them. */
    static List<String> done(HttpSession session) {
        return session == null ? List.of() : of(session).done();
    }

    private static Attempts of(HttpSession session) {
        synchronized (session) {
            if (session.getAttribute(ATTEMPTS) instanceof Attempts known) {
                return known;
            }
            Attempts attempts = new Attempts();
            session.setAttribute(ATTEMPTS, attempts);
            return attempts;
        }
    }

    private static String id(HttpServletRequest request) {
        String header = request.getHeader(HEADER);
        String id = header == null ? request.getParameter(FIELD) : header;
        return id != null && ID.matcher(id).matches() ? id : null;
    }

    private static void repeat(Attempts.Attempt first, HttpServletRequest request, HttpServletResponse response) {
        try {
            first.await(PATIENCE_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Words words = Words.in(Language.of(request));
        LaterMessages.keep(request.getSession(), FacesMessage.SEVERITY_INFO, words.of("desk.once"));
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            response.setHeader(Mishaps.WHY, "repeated");
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", Here.of(request));
        }
    }
}
