package net.niner.status.web.platform;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** A public address without a page behind it: the page bean said so while it was rendered. */
public final class NotThere extends ServletException {

    private static final long serialVersionUID = 1;

    private final int status;

    NotThere(int status) {
        super("the page answered with status " + status);
        this.status = status;
    }

    /** There is nothing at this address. */
    public static NotThere unknown() {
        return new NotThere(HttpServletResponse.SC_NOT_FOUND);
    }

    /** Finds it where another one's rendering failed for this reason. */
    static Optional<NotThere> in(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotThere found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** 404 or 410. */
    int status() {
        return status;
    }
}
