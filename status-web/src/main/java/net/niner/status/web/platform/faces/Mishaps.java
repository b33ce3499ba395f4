package net.niner.status.web.platform.faces;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.ExceptionQueuedEventContext;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.niner.status.web.platform.ErrorPage;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.Words;

/**
 * Decides what a person sees when a request of the back office goes wrong. What an action threw is said on the page, which stays as it is;
 * what the rendering threw ends in an error page. A failure goes to the log with a reference, and the reference is all that is shown of it.
 */
public class Mishaps extends ExceptionHandlerFactory {

    /** Header that tells the page's script why there is no answer: {@code expired}, {@code repeated}, {@code forbidden} or {@code failed}. */
    static final String WHY = "X-Mishap";

    private static final Logger LOG = Logger.getLogger(Mishaps.class.getName());

    public Mishaps(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new Handler(getWrapped().getExceptionHandler());
    }

    private static final class Handler extends ExceptionHandlerWrapper {

        Handler(ExceptionHandler wrapped) {
            super(wrapped);
        }

        @Override
        public void handle() {
            Iterator<ExceptionQueuedEvent> queue =
                    getUnhandledExceptionQueuedEvents().iterator();
            while (queue.hasNext()) {
                ExceptionQueuedEventContext event = queue.next().getContext();
                FacesContext faces = event.getContext();
                if (!faces.getResponseComplete()) {
                    answer(faces, event);
                }
                queue.remove();
            }
            getWrapped().handle();
        }
    }

    private static void answer(FacesContext faces, ExceptionQueuedEventContext event) {
        boolean rendering = PhaseId.RENDER_RESPONSE.equals(event.getPhaseId());
        Mishap mishap = Mishap.of(event.getException(), Mishaps::explain);
        if (!rendering) {
            Repeats.refused((ServletRequest) faces.getExternalContext().getRequest());
        }
        try {
            switch (mishap.kind()) {
                case EXPIRED -> startAgain(faces);
                case FORBIDDEN -> {
                    if (rendering || !isAjax(faces)) {
                        end(faces, HttpServletResponse.SC_FORBIDDEN, "forbidden");
                    } else {
                        complain(faces, words().of("desk.forbidden"));
                    }
                }
                case REFUSED -> {
                    if (rendering) {
                        fail(faces, event.getException(), true);
                    } else {
                        complain(faces, mishap.words());
                    }
                }
                case FAILURE -> fail(faces, event.getException(), rendering);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the answer to a mishap could not be written", e);
        }
    }

    private static Optional<String> explain(Throwable refusal) {
        return CDI.current().select(Refusals.class, Any.Literal.INSTANCE).stream()
                .map(refusals -> refusals.explain(refusal))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static void complain(FacesContext faces, String words) {
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, words, null));
        faces.validationFailed();
    }

    /** To the page that the form came from, with a form that is known. */
    private static void startAgain(FacesContext faces) throws IOException {
        ExternalContext external = faces.getExternalContext();
        LaterMessages.keep(
                (HttpSession) external.getSession(true), FacesMessage.SEVERITY_WARN, words().of("desk.expired"));
        if (isAjax(faces)) {
            end(faces, HttpServletResponse.SC_CONFLICT, "expired");
        } else {
            external.redirect(Here.of((HttpServletRequest) external.getRequest()));
            faces.responseComplete();
        }
    }

    private static void fail(FacesContext faces, Throwable thrown, boolean rendering) throws IOException {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        ExternalContext external = faces.getExternalContext();
        LOG.log(Level.SEVERE, thrown, () -> "request " + reference + " failed: " + external.getRequestServletPath());
        if (!rendering) {
            complain(faces, words().of("desk.failure", reference));
            return;
        }
        external.getRequestMap().put(ErrorPage.REFERENCE, reference);
        external.addResponseHeader("X-Reference", reference);
        end(faces, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, "failed");
    }

    private static void end(FacesContext faces, int status, String why) throws IOException {
        ExternalContext external = faces.getExternalContext();
        if (external.isResponseCommitted()) {
            throw new FacesException("the answer has begun already, and cannot become " + status);
        }
        if (isAjax(faces)) {
            String reference = Objects.toString(external.getRequestMap().get(ErrorPage.REFERENCE), "");
            if (!"expired".equals(why)) {
                external.responseReset(); // not where a new session has just been given its cookie
            }
            external.setResponseStatus(status);
            external.addResponseHeader(WHY, why);
            external.addResponseHeader("X-Reference", reference);
            external.addResponseHeader("Cache-Control", "no-store");
            external.setResponseContentType("text/plain");
        } else {
            external.responseSendError(status, null);
        }
        faces.responseComplete();
    }

    private static boolean isAjax(FacesContext faces) {
        return "partial/ajax"
                .equals(faces.getExternalContext().getRequestHeaderMap().get("Faces-Request"));
    }

    private static Words words() {
        return CDI.current().select(Visitor.class).get().words();
    }
}
