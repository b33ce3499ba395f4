package net.niner.status.web.notice;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.niner.status.notice.Subscribers;
import net.niner.status.web.platform.PrivatePage;
import net.niner.status.web.platform.SmallForm;
import net.niner.status.web.platform.Visitor;

/**
 * The way out: a page with a button for people, and one request for their mail programs (RFC 8058), which is no form of ours, carries no cookie and gets no
 * redirect. Leaving twice is leaving.
 */
public class UnsubscribeServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private static final Pattern TOKEN = Pattern.compile("/([A-Za-z0-9_-]{1,200})/?");
    private static final String PAGE = "/WEB-INF/subscribe/unsubscribe.xhtml";

    /** The body says {@code List-Unsubscribe=One-Click}, as a form or in parts. */
    private static final Pattern ONE_CLICK =
            Pattern.compile("List-Unsubscribe(?:=|\"\\s+)One-Click", Pattern.CASE_INSENSITIVE);

    @Inject
    private transient Subscribers subscribers;

    @Inject
    private transient SubscriptionLink link;

    @Inject
    private transient Visitor visitor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Optional<String> token = token(request);
        boolean known = token.filter(subscribers::isLink).isPresent();
        if (known) {
            link.follow(token.get(), null);
            subscribers.of(token.get()).ifPresent(link::show);
        }
        PrivatePage.show(
                request,
                response,
                known ? HttpServletResponse.SC_OK : HttpServletResponse.SC_NOT_FOUND,
                known ? PAGE : SubscribeServlet.GONE,
                visitor.getLanguage());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Optional<String> token = token(request);
        Optional<SmallForm> sent = SmallForm.in(request);
        if (sent.isEmpty()) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        boolean oneClick = ONE_CLICK.matcher(sent.get().body()).find();
        if (!oneClick && !sent.get().has("leave")) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else if (token.filter(subscribers::unsubscribe).isEmpty()) {
            PrivatePage.show(
                    request, response, HttpServletResponse.SC_NOT_FOUND, SubscribeServlet.GONE, visitor.getLanguage());
        } else if (oneClick) {
            response.setHeader("Cache-Control", "no-store");
            response.setContentType("text/plain;charset=UTF-8");
            response.getOutputStream().write("unsubscribed\n".getBytes(StandardCharsets.UTF_8));
        } else {
            PrivatePage.goTo(response, visitor.link("/unsubscribe/" + token.get()));
        }
    }

    private static Optional<String> token(HttpServletRequest request) {
        Matcher matcher =
                TOKEN.matcher(Optional.ofNullable(request.getPathInfo()).orElse(""));
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
