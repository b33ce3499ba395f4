package net.niner.status.web.account;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import net.niner.status.account.Actor;
import net.niner.status.account.Caller;
import net.niner.status.account.SignIn;
import net.niner.status.account.SignInResult.Next;
import net.niner.status.account.TotpDraft;

/** An owner who has no second factor yet sets one up before they are let in. */
@Named
@ViewScoped
public class EnrolPage implements Serializable {

    private static final long serialVersionUID = 1;

    @Inject
    private transient SignIn signIn;

    @Inject
    private PendingSignIn pending;

    @Inject
    private transient Admission admission;

    private String code;
    private List<String> recoveryCodes;

    /** For the page: nobody is here without a password. */
    public void requirePassword() throws IOException {
        if (recoveryCodes == null && pending.userId(Next.ENROL).isEmpty()) {
            admission.go(Door.SIGN_IN);
        } else if (pending.draft() == null && recoveryCodes == null) {
            pending.propose(signIn.enrolment(pending.userId(Next.ENROL).getAsLong()));
        }
    }

    /** @throws net.niner.status.account.AccountRefused if the code is not the one that the authenticator shows */
    public void confirm() throws IOException {
        if (pending.userId(Next.ENROL).isEmpty() || pending.draft() == null) {
            admission.go(Door.SIGN_IN);
            return;
        }
        long user = pending.userId(Next.ENROL).getAsLong();
        recoveryCodes = Caller.as(
                Actor.nobody(admission.address()),
                () -> signIn.enrol(user, pending.draft().secretBase32(), code));
        pending.end();
        admission.begin(user);
    }

    public TotpDraft getDraft() {
        return pending.draft();
    }

    public String getQrCode() {
        return pending.draft() == null ? "" : QrCode.dataAddress(pending.draft().uri());
    }

    public List<String> getRecoveryCodes() {
        return recoveryCodes;
    }

    public String getTo() {
        return pending.to();
    }

    public String getCode() {
        return null;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
