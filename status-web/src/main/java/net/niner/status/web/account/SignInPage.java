package net.niner.status.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import net.niner.status.account.SignInResult;

/** The first factor: an e-mail address and a password. */
@Named
@RequestScoped
public class SignInPage {

    @Inject
    private IdentityStoreHandler stores;

    @Inject
    private PendingSignIn pending;

    @Inject
    private Entrance entrance;

    @Inject
    private HttpServletRequest request;

    private String email;
    private String password;
    private String to;

    /** @throws net.niner.status.account.AccountRefused if they are wrong, or were tried too often */
    public void signIn() throws IOException {
        StaffCredential given = new StaffCredential(email, password, entrance.address());
        stores.validate(given);
        SignInResult result = given.result();
        pending.begin(result.userId(), to);
        switch (result.next()) {
            case CODE -> entrance.go("/admin/code");
            case ENROL -> entrance.go("/admin/enrol");
            case DONE -> entrance.begin(result.userId(), pending.to());
        }
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email.strip();
    }

    /** Never sent back. */
    public String getPassword() {
        return null;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getTo() {
        return to == null ? request.getParameter("to") : to;
    }

    public void setTo(String to) {
        this.to = to;
    }
}
