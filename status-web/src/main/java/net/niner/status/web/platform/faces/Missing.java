package net.niner.status.web.platform.faces;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Answers with an error page in place of one that shows nothing. */
public final class Missing {

    private Missing() {}

    /** There is nothing at this address, or no more. */
    public static void answer() {
        answer(HttpServletResponse.SC_NOT_FOUND);
    }

    /** There was something at this address, and it was taken back. */
    public static void gone() {
        answer(HttpServletResponse.SC_GONE);
    }

    /**
     * What was asked for is at another address for good.
     *
     * @param path without the site's own address
     */
    public static void moved(String path) {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().setResponseStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
        faces.getExternalContext().setResponseHeader("Location", path);
        faces.responseComplete();
    }

    /** This page is not for this reader. */
    public static void refuse() {
        answer(HttpServletResponse.SC_FORBIDDEN);
    }

    private static void answer(int status) {
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            faces.getExternalContext().responseSendError(status, null);
            faces.responseComplete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
