package net.niner.status.web.platform;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;

/** Tells somebody in the back office, in their language, what has just happened. */
public final class Feedback {

    private Feedback() {}

    /** @param key of the text, which says what was done and not only that something was */
    public static void say(String key, Object... values) {
        tell(FacesMessage.SEVERITY_INFO, key, values);
    }

    /** Says why nothing was done; the page stays as it is, and what was typed with it. */
    public static void complain(String key, Object... values) {
        tell(FacesMessage.SEVERITY_ERROR, key, values);
        FacesContext.getCurrentInstance().validationFailed();
    }

    /**
     * The same beside a field.
     *
     * @param field its client id
     */
    public static void complainAt(String field, String key, Object... values) {
        tellAt(field, FacesMessage.SEVERITY_ERROR, key, values);
        FacesContext.getCurrentInstance().validationFailed();
    }

    private static void tell(FacesMessage.Severity severity, String key, Object... values) {
        tellAt(null, severity, key, values);
    }

    private static void tellAt(String field, FacesMessage.Severity severity, String key, Object... values) {
        String text = CDI.current().select(Visitor.class).get().words().of(key, values);
        FacesContext.getCurrentInstance().addMessage(field, new FacesMessage(severity, text, null));
    }
}
