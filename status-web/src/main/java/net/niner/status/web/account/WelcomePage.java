package net.niner.status.web.account;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import net.niner.status.account.Accepted;
import net.niner.status.account.Actor;
import net.niner.status.account.Caller;
import net.niner.status.account.LinkKind;
import net.niner.status.account.Links;
import net.niner.status.account.TotpDraft;
import net.niner.status.account.Welcome;

/** Where a one-time link leads: somebody chooses a password and, where it takes one, sets up a second factor. A GET uses nothing up. */
@Named
@ViewScoped
public class WelcomePage implements Serializable {

    private static final long serialVersionUID = 1;

    @Inject
    private transient Links links;

    @Inject
    private transient Admission admission;

    private String link;
    private transient Welcome welcome;
    private transient TotpDraft draft;
    private String email;
    private String name;
    private String password;
    private String code;
    private List<String> recoveryCodes;

    /** For the page. */
    public void look() {
        if (recoveryCodes != null) {
            return;
        }
        welcome = link == null ? null : links.find(link).orElse(null);
        if (welcome != null && welcome.secondFactorRequired() && draft == null) {
            draft = links.draft(link);
        }
    }

    /** @throws net.niner.status.account.AccountRefused if something given is not good enough; the link stays good */
    public void accept() throws IOException {
        String totp = draft == null ? null : draft.secretBase32();
        Accepted accepted = Caller.as(
                Actor.nobody(admission.address()), () -> links.accept(link, email, name, password, totp, code));
        admission.begin(accepted.userId());
        recoveryCodes = accepted.recoveryCodes();
        if (recoveryCodes.isEmpty()) {
            admission.go(ReturnAddress.DESK);
        }
    }

    public boolean isValid() {
        return welcome != null;
    }

    public boolean isSetup() {
        return welcome != null && welcome.kind() == LinkKind.SETUP;
    }

    public boolean isReset() {
        return welcome != null && welcome.kind() == LinkKind.RESET;
    }

    public Welcome getWelcome() {
        return welcome;
    }

    public TotpDraft getDraft() {
        return draft;
    }

    public String getQrCode() {
        return draft == null ? "" : QrCode.dataAddress(draft.uri());
    }

    public List<String> getRecoveryCodes() {
        return recoveryCodes;
    }

    public String getLink() {
        return link;
    }

    public void setLink(String link) {
        this.link = link;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    /** Never sent back. */
    public String getPassword() {
        return null;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getCode() {
        return null;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
