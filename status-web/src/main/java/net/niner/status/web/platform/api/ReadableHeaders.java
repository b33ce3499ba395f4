package net.niner.status.web.platform.api;

import jakarta.activation.MimeType;
import jakarta.activation.MimeTypeParseException;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Refuses a Content-Type that is none: Jersey would, before any filter or mapper of its own, with a page in HTML. */
@WebFilter(urlPatterns = "/" + Api.ROOT + "/*")
public class ReadableHeaders implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String type = request.getContentType();
        if (type == null || isMediaType(type)) {
            chain.doFilter(request, response);
            return;
        }
        HttpServletResponse answer = (HttpServletResponse) response;
        answer.setStatus(Status.BAD_REQUEST.getStatusCode());
        answer.setContentType(ProblemDetail.MEDIA_TYPE);
        answer.setHeader("Cache-Control", "no-store");
        answer.getOutputStream()
                .write(new ProblemDetail(Status.BAD_REQUEST, "Content-Type is not a media type")
                        .json(((HttpServletRequest) request).getRequestURI())
                        .toString()
                        .getBytes(StandardCharsets.UTF_8));
    }

    static boolean isMediaType(String text) {
        try {
            new MimeType(text);
            return true;
        } catch (MimeTypeParseException e) {
            return false;
        }
    }
}
