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
import java.util.Map;

/**
 * Answers for the public pages from memory, at most a second behind the data. A page is rendered once a language and
 * way of asking for it (its links keep a choice made by hand), whatever else the query holds: that bounds the number of entries. Nothing
 * below this filter is touched on a hit.
 */
public class PageCache implements Filter {

    @Inject
    private OfferedLanguages languages;

    private final Map<String, PageSlot[]> pages = Map.of("/", slots());

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        PageSlot[] slots = pages.get(asked.getRequestURI());
        if (slots == null) {
            chain.doFilter(request, response);
            return;
        }
        HttpServletResponse answer = (HttpServletResponse) response;
        boolean chosen = languages.chosen(asked) != null;
        Language language = languages.of(asked);
        PageSlot slot = slots[2 * language.ordinal() + (chosen ? 1 : 0)];
        send(slot.get(() -> render(asked, answer, chain)), language, chosen, asked, answer);
    }

    private static void send(
            Content page, Language language, boolean chosen, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Vary", chosen ? "Accept-Encoding" : "Accept-Encoding, Accept-Language");
        response.setHeader("Content-Language", language.tag());
        Reply.send(request, response, page);
    }

    private static Content render(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        CapturedResponse captured = new CapturedResponse(response);
        chain.doFilter(new PlainRequest(request), captured);
        return captured.content();
    }

    private static PageSlot[] slots() {
        PageSlot[] slots = new PageSlot[2 * Language.values().length];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = new PageSlot(System::nanoTime);
        }
        return slots;
    }
}
