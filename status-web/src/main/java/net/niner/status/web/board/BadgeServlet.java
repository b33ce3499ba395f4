package net.niner.status.web.board;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.niner.status.board.Board;
import net.niner.status.board.Glance;
import net.niner.status.probe.Outcome;
import net.niner.status.server.DeclaredStatus;
import net.niner.status.web.platform.Content;
import net.niner.status.web.platform.Language;
import net.niner.status.web.platform.OfferedLanguages;
import net.niner.status.web.platform.PageSlot;
import net.niner.status.web.platform.Reply;
import net.niner.status.web.platform.Words;

/** {@code /badge/NC036.svg}: what is declared of a server; with {@code ?show=ping} what its checks see. */
@WebServlet("/badge/*")
public class BadgeServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private static final Pattern PATH = Pattern.compile("/([A-Z0-9-]{1,20})\\.svg");

    @EJB
    private transient Board board;

    @Inject
    private transient OfferedLanguages languages;

    private final transient Map<Key, PageSlot> slots = new ConcurrentHashMap<>();

    private enum Show {
        STATUS,
        PING
    }

    private record Key(String code, Show show, Language language) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        Language language = languages.of(request);
        Show show = "ping".equals(request.getParameter("show")) ? Show.PING : Show.STATUS;
        Optional<PageSlot> slot = path.matches() ? slot(new Key(path.group(1), show, language)) : Optional.empty();
        if (slot.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Vary", "Accept-Encoding, Accept-Language");
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        Content badge = slot.get()
                .get(() -> badge(path.group(1), show, Words.in(language)).content());
        Reply.send(request, response, badge);
    }

    /** Only servers that there are get a place, so that nobody fills the memory by asking for others. */
    private Optional<PageSlot> slot(Key key) {
        PageSlot known = slots.get(key);
        if (known == null && line(key.code()).isPresent()) {
            known = slots.computeIfAbsent(key, made -> new PageSlot(System::nanoTime));
        }
        return Optional.ofNullable(known);
    }

    private Optional<Glance.Line> line(String code) {
        return board.glance().lines().stream()
                .filter(line -> line.code().equals(code))
                .findFirst();
    }

    private Badge badge(String code, Show show, Words words) {
        return line(code)
                .map(line -> badge(line, show, words))
                .orElseGet(() -> new Badge(code, words.of("badge.retired"), Badge.PLAIN));
    }

    private static Badge badge(Glance.Line line, Show show, Words words) {
        return switch (show) {
            case STATUS -> new Badge(line.code(), words.of("status", line.declared()), tone(line.declared()));
            case PING ->
                new Badge(
                        line.code() + " " + words.of("glance.ping"),
                        words.of("ping", line.observed().ping()),
                        tone(line.observed().ping()));
        };
    }

    private static String tone(DeclaredStatus status) {
        return switch (status) {
            case OPERATIONAL -> Badge.GOOD;
            case DEGRADED -> Badge.NOTED;
            case PARTIAL_OUTAGE, MAJOR_OUTAGE -> Badge.BAD;
            case MAINTENANCE, INTERNAL -> Badge.PLAIN;
        };
    }

    private static String tone(Outcome ping) {
        return switch (ping) {
            case UP -> Badge.GOOD;
            case SLOW -> Badge.NOTED;
            case DOWN -> Badge.BAD;
            case UNKNOWN -> Badge.PLAIN;
        };
    }
}
