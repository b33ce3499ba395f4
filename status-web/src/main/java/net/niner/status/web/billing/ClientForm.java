package net.niner.status.web.billing;

import java.io.Serializable;
import net.niner.status.billing.ClientDraft;

/** A client's data, while somebody types it. */
public final class ClientForm implements Serializable {

    private static final long serialVersionUID = 1;

    private String name;
    private String email;
    private String alternateEmail;
    private String language;
    private String zone;
    private String mailServer;
    private boolean active = true;

    void show(ClientDraft draft) {
        name = draft.name();
        email = draft.email();
        alternateEmail = draft.alternateEmail();
        language = draft.language();
        zone = draft.zone();
        mailServer = draft.mailServer();
        active = draft.active();
    }

    ClientDraft draft() {
        return new ClientDraft(name, email, alternateEmail, language, zone, mailServer, active);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getAlternateEmail() {
        return alternateEmail;
    }

    public void setAlternateEmail(String alternateEmail) {
        this.alternateEmail = alternateEmail;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public String getMailServer() {
        return mailServer;
    }

    public void setMailServer(String mailServer) {
        this.mailServer = mailServer;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }
}
