package net.niner.status.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import net.niner.status.account.UserSessions;

/** Lets somebody in who has given all that was asked for. */
@RequestScoped
public class Admission {

    private static final int LONGEST_AGENT = 200;

    @Inject
    private HttpServletRequest request;

    @Inject
    private UserSessions sessions;

    /** Begins a session of their own. */
    void begin(long userId) {
        String secret = sessions.begin(userId, ClientAddress.of(request), agent());
        renameSession();
        StaffCookie.give(secret, request, (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse());
    }

    void begin(long userId, String to) throws IOException {
        begin(userId);
        go(to);
    }

    /** Whoever planted or saw the name of before a step does not follow behind it. */
    void renameSession() {
        request.getSession();
        request.changeSessionId();
    }

    void go(String to) throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect(to);
    }

    String address() {
        return ClientAddress.of(request);
    }

    private String agent() {
        String agent = request.getHeader("User-Agent");
        return agent == null ? "" : agent.substring(0, Math.min(agent.length(), LONGEST_AGENT));
    }
}
