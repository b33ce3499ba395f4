package net.niner.status.web.account;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import net.niner.status.account.Permission;
import net.niner.status.account.SignedIn;
import net.niner.status.account.UserSessions;

/** Who works here, for pages: their name, and what they may be offered. */
@Named
@RequestScoped
public class Me {

    @Inject
    private HttpServletRequest request;

    @Inject
    private UserSessions sessions;

    private SignedIn who;

    @PostConstruct
    void look() {
        who = (SignedIn) request.getAttribute(Door.SIGNED_IN);
    }

    public Optional<SignedIn> who() {
        return Optional.ofNullable(who);
    }

    public boolean isSignedIn() {
        return who != null;
    }

    public String getName() {
        return who == null ? "" : who.name();
    }

    public String getEmail() {
        return who == null ? "" : who.actor().name();
    }

    /** Tells a draft of this person from those of others who use the same browser. */
    public long getUserId() {
        return who == null ? 0 : who.actor().userId();
    }

    /** For pages: whether to offer what takes this permission. The services ask again. */
    public boolean may(String permission) {
        return who != null && who.actor().may(Permission.valueOf(permission));
    }

    /** Ends this session, here and in the list of sessions. */
    public void signOut() throws java.io.IOException {
        StaffCookie.read(request).ifPresent(sessions::endBySecret);
        FacesContext faces = FacesContext.getCurrentInstance();
        StaffCookie.take(
                request, (HttpServletResponse) faces.getExternalContext().getResponse());
        request.getSession().invalidate();
        faces.getExternalContext().redirect(Door.SIGN_IN);
    }
}
