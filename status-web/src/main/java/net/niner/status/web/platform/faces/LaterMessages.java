package net.niner.status.web.platform.faces;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.FacesMessage.Severity;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.stream.Stream;
import net.niner.status.web.platform.ReadOnlyPages;

/**
 * Takes what an action said over a redirect to the next page. The flash of Faces would do the same with a cookie for the whole site, and so
 * for its public pages. Also tells {@link Repeats} whether anything was refused.
 */
public class LaterMessages implements PhaseListener {

    private static final long serialVersionUID = 1;
    private static final String KEPT = LaterMessages.class.getName();

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.ANY_PHASE;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        if (event.getPhaseId() == PhaseId.RENDER_RESPONSE && isOffice(faces)) {
            noteComplaints(faces);
            if (faces.isPostback()) {
                Repeats.acted(request(faces));
            }
            if (faces.getExternalContext().getSession(false) instanceof HttpSession session) {
                kept(session).forEach(message -> faces.addMessage(null, message));
                session.removeAttribute(KEPT);
            }
        }
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        if (event.getPhaseId() != PhaseId.RENDER_RESPONSE && faces.getResponseComplete() && isOffice(faces)) {
            noteComplaints(faces);
            List<FacesMessage> said = faces.getMessageList(null);
            if (!said.isEmpty()) {
                keep((HttpSession) faces.getExternalContext().getSession(true), said);
            }
        }
    }

    /** To be said on the next page that this person sees. */
    public static void keep(HttpSession session, Severity severity, String words) {
        keep(session, List.of(new FacesMessage(severity, words, null)));
    }

    private static void keep(HttpSession session, List<FacesMessage> said) {
        session.setAttribute(
                KEPT, Stream.concat(kept(session).stream(), said.stream()).toList());
    }

    private static List<FacesMessage> kept(HttpSession session) {
        return session.getAttribute(KEPT) instanceof List<?> list
                ? list.stream().map(FacesMessage.class::cast).toList()
                : List.of();
    }

    private static void noteComplaints(FacesContext faces) {
        boolean refused = faces.isValidationFailed()
                || faces.getMessageList().stream()
                        .anyMatch(message -> message.getSeverity().compareTo(FacesMessage.SEVERITY_ERROR) >= 0);
        if (refused) {
            Repeats.refused(request(faces));
        }
    }

    private static ServletRequest request(FacesContext faces) {
        return (ServletRequest) faces.getExternalContext().getRequest();
    }

    private static boolean isOffice(FacesContext faces) {
        return faces.getExternalContext().getRequest() instanceof HttpServletRequest request
                && ReadOnlyPages.isOfficeView(request.getRequestURI());
    }
}
