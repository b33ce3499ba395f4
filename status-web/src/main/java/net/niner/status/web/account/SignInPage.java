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
    private Admission admission;

    @Inject
    private HttpServletRequest request;

    private String email;
    private String password;
    private String to;

    /** @throws net.niner.status.account.AccountRefused if they are wrong, or were tried too often */
    public void signIn() throws IOException {
        StaffCredential given = new StaffCredential(email, password, admission.address());
        stores.validate(given);
        SignInResult result = given.result();
        admission.renameSession();
        pending.end();
        switch (result.next()) {
            case CODE -> waitFor(result, "/admin/code");
            case ENROL -> waitFor(result, "/admin/enrol");
            case DONE -> admission.begin(result.userId(), ReturnAddress.of(to));
        }
    }

    private void waitFor(SignInResult result, String page) throws IOException {
        pending.begin(result, to);
        admission.go(page);
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
