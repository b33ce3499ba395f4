package net.niner.status.web.platform;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Set;

/** What a visitor reads when there is no page: what happened and what to do, never what it looks like inside. */
@Named
@RequestScoped
public class ErrorPage {

    /** Request attribute with what the log calls this failure. */
    public static final String REFERENCE = "status.reference";

    static final Set<Integer> EXPLAINED = Set.of(400, 403, 404, 405, 410, 413, 500);

    @Inject
    private HttpServletRequest request;

    @Inject
    private Visitor visitor;

    public int getStatus() {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
    }

    public String getTitle() {
        return visitor.text("error." + explained(getStatus()) + ".title");
    }

    public String getAdvice() {
        return visitor.text("error." + explained(getStatus()) + ".advice");
    }

    /** Where to go from here: who works here goes back to the desk, everybody else to the front page. */
    public String getWayOut() {
        return isOffice() ? "/admin" : visitor.getHome();
    }

    public String getWayOutText() {
        return isOffice() ? visitor.text("desk.back") : visitor.text("error.home");
    }

    /** Whether what was looked for may be found by searching. */
    public boolean isSearchable() {
        return (getStatus() == HttpServletResponse.SC_NOT_FOUND || getStatus() == HttpServletResponse.SC_GONE)
                && !isOffice();
    }

    private boolean isOffice() {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                && ReadOnlyPages.isOfficeView(path);
    }

    /** What to name when asking about it, empty where the log says nothing of it. */
    public String getReference() {
        return Objects.toString(request.getAttribute(REFERENCE), "");
    }

    /** The status whose words fit: its own, or those of its class. */
    static int explained(int status) {
        if (EXPLAINED.contains(status)) {
            return status;
        }
        return status >= 500 ? 500 : 400;
    }
}
