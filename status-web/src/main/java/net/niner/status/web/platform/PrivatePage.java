package net.niner.status.web.platform;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A page in the look of the public site that is for one reader: nobody keeps it, and no search engine lists it. */
public final class PrivatePage {

    private PrivatePage() {}

    /** @param view the file, as in {@code /WEB-INF/subscribe/manage.xhtml} */
    public static void show(
            HttpServletRequest request, HttpServletResponse response, int status, String view, Language language)
            throws IOException, ServletException {
        keepPrivate(response);
        response.setStatus(status);
        response.setHeader("Content-Language", language.tag());
        request.getRequestDispatcher(view).forward(new PlainRequest(request), response);
    }

    /** After a form was taken: the answer is another address, which is then read. */
    public static void goTo(HttpServletResponse response, String path) {
        keepPrivate(response);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", path);
    }

    private static void keepPrivate(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
    }
}
