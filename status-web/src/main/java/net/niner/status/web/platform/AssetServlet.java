package net.niner.status.web.platform;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Serves {@link Assets} and the {@link SiteLook}. An address with an old hash, from a page loaded before an update, gets what is there now, but not for keeps.
 */
public class AssetServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient Assets assets;

    @Inject
    private transient SiteLook look;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        int slash = path == null ? -1 : path.indexOf('/', 1);
        Optional<Content> found = slash < 0 ? Optional.empty() : find(path.substring(slash + 1));
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        boolean current = path.substring(1, slash).equals(found.get().hash());
        response.setHeader("Cache-Control", current ? "public, max-age=31536000, immutable" : "no-cache");
        response.setHeader("Vary", "Accept-Encoding");
        if (path.startsWith(SiteLook.LOGO, slash + 1)) {
            // somebody sent it: opened by itself, it may do nothing at all
            response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        }
        Reply.send(request, response, found.get());
    }

    private Optional<Content> find(String name) {
        Optional<Content> chosen = look.find(name);
        return chosen.isPresent() ? chosen : assets.find(name);
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }
}
