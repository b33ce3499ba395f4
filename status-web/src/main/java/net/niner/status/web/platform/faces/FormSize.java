package net.niner.status.web.platform.faces;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Refuses forms that are too large before anything of them is understood. Browsers say how long a form is; who does not is refused as well. */
public class FormSize implements Filter {

    static final long LIMIT = 2L * 1024 * 1024;

    /** Where pictures are sent; a little more than the largest that is taken, so that one that is not is told so beside the button. */
    private static final String PICTURES = "/admin/post";

    private static final long LIMIT_WITH_PICTURE = 6L * 1024 * 1024;

    /** Browsers listen once they have sent all; so much is heard out and thrown away, and what is longer is cut off. */
    private static final long PATIENCE = 16L * 1024 * 1024;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        long length = asked.getContentLengthLong();
        if (!"POST".equals(asked.getMethod()) || length >= 0 && length <= limit(asked)) {
            chain.doFilter(request, response);
        } else if (length < 0) {
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
        } else {
            request.getInputStream().skip(Math.min(length, PATIENCE));
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
    }

    private static long limit(HttpServletRequest request) {
        return request.getRequestURI().equals(PICTURES) ? LIMIT_WITH_PICTURE : LIMIT;
    }
}
