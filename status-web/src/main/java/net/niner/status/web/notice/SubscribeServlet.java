package net.niner.status.web.notice;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.niner.status.notice.InvalidSubscription;
import net.niner.status.notice.Subscriber;
import net.niner.status.notice.Subscribers;
import net.niner.status.notice.TooManySubscriptions;
import net.niner.status.web.account.ClientAddress;
import net.niner.status.web.platform.PrivatePage;
import net.niner.status.web.platform.SmallForm;
import net.niner.status.web.platform.Visitor;

/** Takes subscriptions, and answers behind the links to confirm and to change them. */
public class SubscribeServlet extends HttpServlet {

    static final String FORM = "/WEB-INF/public/subscribe.xhtml";
    static final String GONE = "/WEB-INF/subscribe/gone.xhtml";

    private static final long serialVersionUID = 1;

    private static final Pattern LINK = Pattern.compile("/(confirm|manage)/([A-Za-z0-9_-]{1,200})");
    private static final String CONFIRM = "confirm";
    private static final int TOO_MANY = 429;
    private static final String AN_HOUR = "3600";

    @Inject
    private transient Subscribers subscribers;

    @Inject
    private transient SubscribeForm form;

    @Inject
    private transient SubscriptionLink link;

    @Inject
    private transient Visitor visitor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Matcher asked = link(request);
        if (!asked.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        link.follow(asked.group(2), request.getQueryString());
        boolean confirms = asked.group(1).equals(CONFIRM);
        Optional<Subscriber> found =
                confirms ? subscribers.toConfirm(link.getToken()) : subscribers.of(link.getToken());
        if (found.isEmpty()) {
            show(request, response, HttpServletResponse.SC_NOT_FOUND, GONE);
            return;
        }
        link.show(found.get());
        form.show(found.get().choice());
        show(request, response, HttpServletResponse.SC_OK, "/WEB-INF/subscribe/" + asked.group(1) + ".xhtml");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Matcher asked = link(request);
        Optional<SmallForm> sent = SmallForm.in(request);
        if (sent.isEmpty()) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (request.getRequestURI().replaceAll("/$", "").equals("/subscribe")) {
            ask(sent.get(), request, response);
        } else if (!asked.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (asked.group(1).equals(CONFIRM)) {
            confirm(asked.group(2), request, response);
        } else {
            change(asked.group(2), sent.get(), request, response);
        }
    }

    private void ask(SmallForm sent, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        form.take(sent);
        try {
            subscribers.ask(form.getAddress(), form.choice(), ClientAddress.of(request));
            PrivatePage.goTo(response, visitor.link("/subscribe/asked"));
        } catch (InvalidSubscription invalid) {
            form.refused(invalid);
            show(request, response, HttpServletResponse.SC_BAD_REQUEST, FORM);
        } catch (TooManySubscriptions tooMany) {
            form.trouble(visitor.text("subscribe.toomany"));
            response.setHeader("Retry-After", AN_HOUR);
            show(request, response, TOO_MANY, FORM);
        }
    }

    private void confirm(String token, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Optional<String> manage = subscribers.confirm(token);
        if (manage.isPresent()) {
            PrivatePage.goTo(
                    response, visitor.link("/subscribe/manage/" + manage.get() + "?" + SubscriptionLink.CONFIRMED));
        } else {
            show(request, response, HttpServletResponse.SC_NOT_FOUND, GONE);
        }
    }

    private void change(String token, SmallForm sent, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        form.take(sent);
        link.follow(token, null);
        try {
            if (subscribers.change(token, form.choice())) {
                PrivatePage.goTo(response, visitor.link("/subscribe/manage/" + token + "?" + SubscriptionLink.SAVED));
            } else {
                show(request, response, HttpServletResponse.SC_NOT_FOUND, GONE);
            }
        } catch (InvalidSubscription invalid) {
            form.refused(invalid);
            subscribers.of(token).ifPresent(link::show);
            show(request, response, HttpServletResponse.SC_BAD_REQUEST, "/WEB-INF/subscribe/manage.xhtml");
        }
    }

    private void show(HttpServletRequest request, HttpServletResponse response, int status, String view)
            throws IOException, ServletException {
        PrivatePage.show(request, response, status, view, visitor.getLanguage());
    }

    private static Matcher link(HttpServletRequest request) {
        return LINK.matcher(
                Optional.ofNullable(request.getPathInfo()).orElse("").replaceAll("/$", ""));
    }
}
