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

/**
 * Refuses a Content-Type that is none: Jersey would, before any filter or mapper of its own, with a page in HTML. And addresses with U+0000 in them: no
 * database could be asked for it.
 */
@WebFilter(urlPatterns = "/" + Api.ROOT + "/*")
public class ReadableHeaders implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        String type = request.getContentType();
        if (type != null && !isMediaType(type)) {
            refuse(asked, response, "Content-Type is not a media type");
        } else if (holdsNull(asked.getRequestURI()) || holdsNull(asked.getQueryString())) {
            refuse(asked, response, "the address holds the character U+0000, which nothing has in its name");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean holdsNull(String encoded) {
        return encoded != null && encoded.contains("%00");
    }

    private static void refuse(HttpServletRequest asked, ServletResponse response, String why) throws IOException {
        HttpServletResponse answer = (HttpServletResponse) response;
        answer.setStatus(Status.BAD_REQUEST.getStatusCode());
        answer.setContentType(ProblemDetail.MEDIA_TYPE);
        answer.setHeader("Cache-Control", "no-store");
        answer.getOutputStream()
                .write(new ProblemDetail(Status.BAD_REQUEST, why)
                        .json(asked.getRequestURI())
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
