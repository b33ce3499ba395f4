package net.niner.status.web.post;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.niner.status.post.Picture;
import net.niner.status.post.Pictures;

/** Serves the {@link Pictures} of posts, each under an address that never means another one. */
public class MediaServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private static final Pattern NAME = Pattern.compile("/(\\d{1,18})-[0-9a-f]{16}\\.(?:png|jpg)");

    @Inject
    private transient Pictures pictures;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String address = request.getRequestURI();
        Optional<Picture> found = named(request.getPathInfo())
                .flatMap(pictures::find)
                .filter(picture -> picture.address().equals(address));
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Picture picture = found.get();
        String etag = '"' + picture.sha256() + '"';
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setHeader("ETag", etag);
        // somebody sent it: opened by itself, it may do nothing at all
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        String known = request.getHeader("If-None-Match");
        if (known != null && (known.contains(etag) || known.equals("*"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        byte[] content = pictures.content(picture.id());
        response.setContentType(picture.type().mediaType());
        response.setContentLength(content.length);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(content);
        }
    }

    private static Optional<Long> named(String path) {
        Matcher matcher = NAME.matcher(path == null ? "" : path);
        return matcher.matches() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }
}
