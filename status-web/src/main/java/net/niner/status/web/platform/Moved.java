package net.niner.status.web.platform;

import jakarta.servlet.ServletException;
import java.util.Optional;

/** A public address whose page is at another one for good: the page bean said so while it was rendered. */
final class Moved extends ServletException {

    private static final long serialVersionUID = 1;

    private final String path;

    Moved(String path) {
        super("the page is at " + path);
        this.path = path;
    }

    /** Finds it where another one's rendering failed for this reason. */
    static Optional<Moved> in(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Moved found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** Without the site's own address. */
    String path() {
        return path;
    }
}
