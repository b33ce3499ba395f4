package net.niner.status.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.OptionalLong;
import net.niner.status.account.SignIn;
import net.niner.status.account.SignInResult.Next;

/** The second factor: six digits of the authenticator, or a recovery code. */
@Named
@RequestScoped
public class CodePage {

    @Inject
    private SignIn signIn;

    @Inject
    private PendingSignIn pending;

    @Inject
    private Admission admission;

    private String code;

    /** For the page: nobody is here without a password. */
    public void requirePassword() throws IOException {
        if (pending.userId(Next.CODE).isEmpty()) {
            admission.go(Door.SIGN_IN);
        }
    }

    /** @throws net.niner.status.account.AccountRefused if it is wrong, used already, or was tried too often */
    public void confirm() throws IOException {
        OptionalLong user = pending.userId(Next.CODE);
        if (user.isEmpty()) {
            admission.go(Door.SIGN_IN);
            return;
        }
        signIn.code(user.getAsLong(), code, admission.address());
        pending.end();
        admission.begin(user.getAsLong(), pending.to());
    }

    public String getCode() {
        return null;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
