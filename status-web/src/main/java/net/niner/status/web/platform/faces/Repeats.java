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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.niner.status.web.platform.Language;
import net.niner.status.web.platform.Words;

/**
 * Acts once upon a button that was pressed twice, or whose answer was lost and asked for again: each press carries an id, and a second one with
 * the same id waits for the first to end and is answered with the page as it is then, unless the first was refused. A form without an id,
 * from a browser without scripts, is let through.
 */
public class Repeats implements Filter {

    /** Request attribute that is set where the form was refused, so that it is not taken for done. */
    private static final String REFUSED = "status.refused";

    /** Request attribute that is set once the action has ended: what goes wrong after that undoes nothing. */
    private static final String ACTED = "status.acted";

    private static final String CURRENT = "status.attempt.current";

    static final String HEADER = "X-Attempt";
    static final String FIELD = "status.attempt";

    private static final String ATTEMPTS = Attempts.class.getName();
    private static final Pattern ID = Pattern.compile("[\\w-]{8,64}");
    private static final long PATIENCE_MILLIS = 15_000;

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
        Attempts.Turn turn = turn(attempts, id);
        if (turn != Attempts.Turn.ACT) {
            repeat(turn, asked, (HttpServletResponse) response);
            return;
        }
        boolean done = false;
        try {
            asked.setAttribute(CURRENT, id);
            chain.doFilter(request, response);
            done = isDone(asked, (HttpServletResponse) response);
        } finally {
            attempts.end(id, done || asked.getAttribute(ACTED) != null);
        }
    }

    private static boolean isDone(HttpServletRequest request, HttpServletResponse response) {
        return request.getAttribute(REFUSED) == null && response.getStatus() < HttpServletResponse.SC_BAD_REQUEST;
    }

    /** The form was refused: it may be sent again, and what was typed is not to be forgotten. */
    static void refused(ServletRequest request) {
        request.setAttribute(REFUSED, true);
    }

    /** The form has been acted upon, if nothing was refused. */
    static void acted(ServletRequest request) {
        if (request.getAttribute(REFUSED) == null) {
            request.setAttribute(ACTED, true);
        }
    }

    /** The presses of this session that were done, for pages to forget what was typed for them: also the one that is answered just now. */
    static List<String> done(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Stream<String> before = session == null ? Stream.empty() : of(session).done().stream();
        return request.getAttribute(CURRENT) instanceof String current && request.getAttribute(ACTED) != null
                ? Stream.concat(before, Stream.of(current)).toList()
                : before.toList();
    }

    private static Attempts.Turn turn(Attempts attempts, String id) {
        try {
            return attempts.begin(id, PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Attempts.Turn.UNDER_WAY;
        }
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

    private static void repeat(Attempts.Turn turn, HttpServletRequest request, HttpServletResponse response) {
        Words words = Words.in(Language.of(request));
        LaterMessages.keep(
                request.getSession(),
                FacesMessage.SEVERITY_INFO,
                words.of(turn == Attempts.Turn.DONE ? "desk.once" : "desk.underway"));
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            response.setHeader(Mishaps.WHY, "repeated");
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", Here.of(request));
        }
    }
}
