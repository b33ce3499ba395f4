package net.niner.status.web.platform.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.FacesMessage.Severity;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import net.niner.status.web.platform.Moment;
import net.niner.status.web.platform.Visitor;

/** What stands around every page of the back office: the time, and what is to be said. */
@Named
@RequestScoped
public class Frame {

    /** Header of requests that a page makes by itself. They do not keep anybody signed in, and leave alone what was said to a person. */
    public static final String IDLE = "X-Idle";

    @Inject
    private Clock clock;

    @Inject
    private Visitor visitor;

    @Inject
    private HttpServletRequest request;

    public Moment getNow() {
        return visitor.moment(clock.instant());
    }

    public static boolean isIdle(HttpServletRequest request) {
        return "true".equals(request.getHeader(IDLE));
    }

    /** The presses that were done, by their ids: what was typed for them may be forgotten. */
    public String getDone() {
        return String.join(" ", Repeats.done(request));
    }

    /** What went well, or is good to know. Messages about one field stand beside the field. */
    public List<String> getNews() {
        return said(false);
    }

    /** What was refused or failed. */
    public List<String> getComplaints() {
        return said(true);
    }

    private static List<String> said(boolean complaints) {
        return FacesContext.getCurrentInstance().getMessageList(null).stream()
                .filter(message -> complaints == isComplaint(message.getSeverity()))
                .map(Frame::say)
                .toList();
    }

    private static boolean isComplaint(Severity severity) {
        return severity.compareTo(FacesMessage.SEVERITY_WARN) >= 0;
    }

    private static String say(FacesMessage message) {
        message.rendered();
        String detail = message.getDetail();
        String summary = message.getSummary();
        return detail == null || detail.isBlank() || detail.equals(summary) ? summary : summary + " " + detail;
    }
}
