package net.niner.status.web.platform;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Answers for the public pages from memory, at most a second behind the data. A page is rendered once a language and
 * way of asking for it (its links keep a choice made by hand, and say the site's address as it was asked for), whatever else the query
 * holds but for what makes it another page. Nothing below this filter is touched on a hit.
 * What is not there is not kept.
 */
public class PageCache implements Filter {

    @Inject
    private OfferedLanguages languages;

    @Inject
    private Addresses addresses;

    @Inject
    private SiteAddress site;

    private final PageSlots slots = new PageSlots();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        Optional<Address> address = addresses.find(asked.getRequestURI(), asked.getQueryString());
        if (address.isEmpty() || !isReading(asked.getMethod())) {
            chain.doFilter(request, response);
            return;
        }
        answer(address.get(), asked, (HttpServletResponse) response);
    }

    private static boolean isReading(String method) {
        return "GET".equals(method) || "HEAD".equals(method);
    }

    private void answer(Address address, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        boolean chosen = languages.chosen(request) != null;
        Language language = languages.of(request);
        String where = site.of(request);
        PageSlot slot = slots.of(address, language, chosen, where);
        Content page;
        try {
            page = slot.get(() -> render(address, request, response));
        } catch (ServletException e) {
            slots.forget(address, language, chosen, where);
            answerWithout(e, language, chosen, response);
            return;
        }
        send(page, language, chosen, request, response);
    }

    private static void answerWithout(
            ServletException why, Language language, boolean chosen, HttpServletResponse response)
            throws IOException, ServletException {
        Optional<NotThere> nothing = NotThere.in(why);
        Optional<Moved> moved = Moved.in(why);
        if (nothing.isPresent()) {
            response.sendError(nothing.get().status());
        } else if (moved.isPresent()) {
            response.setHeader("Cache-Control", "no-cache");
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            response.setHeader(
                    "Location",
                    chosen ? language.in(moved.get().path()) : moved.get().path());
        } else {
            throw why;
        }
    }

    private static void send(
            Content page, Language language, boolean chosen, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Vary", chosen ? "Accept-Encoding" : "Accept-Encoding, Accept-Language");
        response.setHeader("Content-Language", language.tag());
        Reply.send(request, response, page);
    }

    private static Content render(Address address, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        address.remember(request);
        if (address.target().making() != null) {
            return address.target().making().make(address);
        }
        CapturedResponse captured = new CapturedResponse(response);
        request.getRequestDispatcher(address.target().view()).forward(new PlainRequest(request), captured);
        return captured.content();
    }
}
