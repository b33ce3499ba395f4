package net.niner.status.web.platform;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Where the container goes when a request fails: to the error page, whatever the method was. Programs are not given a page to
 * read: below {@code /api/} the status speaks for itself where the resource wrote nothing.
 */
public class ErrorServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient OfferedLanguages languages;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (path instanceof String asked && ReadOnlyPages.isApi(asked)) {
            response.flushBuffer();
            return;
        }
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Vary", "Accept-Language");
        response.setHeader("Content-Language", languages.of(request).tag());
        request.getRequestDispatcher("/WEB-INF/error.xhtml").forward(new PlainRequest(request), response);
    }
}
