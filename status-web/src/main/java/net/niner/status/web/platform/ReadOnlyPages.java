package net.niner.status.web.platform;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Pages are there to be read, but for those of the back office and of subscriptions, which are forms. Other changes are the API's, which knows its own methods. */
public class ReadOnlyPages implements Filter {

    private static final String ALLOWED = "GET, HEAD, OPTIONS";
    private static final String ALLOWED_IN_FORMS = "GET, HEAD, OPTIONS, POST";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        String method = asked.getMethod();
        String path = asked.getRequestURI();
        if (isApi(path)) {
            chain.doFilter(request, response);
            return;
        }
        if (!isCanonical(path)) {
            answer.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        boolean form = isOffice(path) || isSubscription(path);
        if ("GET".equals(method) || "HEAD".equals(method) || form && "POST".equals(method)) {
            chain.doFilter(request, response);
            return;
        }
        answer.setHeader("Allow", form ? ALLOWED_IN_FORMS : ALLOWED);
        if ("OPTIONS".equals(method)) {
            answer.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            answer.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    /**
     * The container would find {@code /} behind {@code //} and {@code /;x} as well, and every such spelling would miss the page cache. Nothing has a
     * name with U+0000 in it, which PostgreSQL cannot even be asked for.
     */
    static boolean isCanonical(String path) {
        return path.indexOf(';') < 0 && !path.contains("//") && !path.contains("%00");
    }

    static boolean isApi(String path) {
        return path.startsWith("/api/") || path.equals("/api");
    }

    /** True for the pages where visitors say what they want to be told of. */
    static boolean isSubscription(String path) {
        return path.equals("/subscribe")
                || path.startsWith("/subscribe/")
                || path.startsWith("/unsubscribe/")
                || path.startsWith("/preferences/");
    }

    /** True for the pages of the back office. */
    public static boolean isOffice(String path) {
        return path.startsWith("/admin/") || path.equals("/admin");
    }

    /** The same once Faces has it: the desk's address is {@code /admin}, but then it is asked for as a file. */
    public static boolean isOfficeView(String path) {
        return isOffice(path) || path.equals("/admin.xhtml");
    }
}
