package net.niner.status.web.platform.faces;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;

/** Takes who asks for {@code /admin/} to {@code /admin}, without naming the scheme, which behind a proxy would be the wrong one. */
public class TrailingSlash implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) {
        HttpServletResponse answer = (HttpServletResponse) response;
        answer.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
        answer.setHeader("Location", "/admin");
    }
}
