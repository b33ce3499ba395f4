package net.niner.status.web.account;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import net.niner.status.account.Credentials;
import net.niner.status.account.TotpDraft;
import net.niner.status.account.UserSession;
import net.niner.status.account.UserSessions;
import net.niner.status.web.platform.Feedback;

/** One's own account: name and language, password, second factor, and where one is signed in. */
@Named
@ViewScoped
public class AccountPage implements Serializable {

    private static final long serialVersionUID = 1;

    @Inject
    private transient Credentials credentials;

    @Inject
    private transient UserSessions sessions;

    @Inject
    private Me me;

    private String name;
    private String language;
    private String present;
    private String fresh;
    private String code;
    private transient TotpDraft draft;
    private List<String> recoveryCodes;
    private transient List<UserSession> places;

    @PostConstruct
    void read() {
        me.who().ifPresent(who -> {
            name = who.name();
            language = who.language();
        });
    }

    public void rename() {
        credentials.rename(name, language == null || language.isEmpty() ? null : language);
        Feedback.say("account.saved");
    }

    public void changePassword() {
        try {
            credentials.changePassword(present, fresh, me.who().orElseThrow().sessionId());
        } finally {
            places = null;
        }
        Feedback.say("account.password.changed");
    }

    public void proposeAuthenticator() {
        draft = credentials.newAuthenticator();
        recoveryCodes = null;
    }

    public void confirmAuthenticator() {
        recoveryCodes = credentials.confirmAuthenticator(present, draft.secretBase32(), code);
        draft = null;
        Feedback.say("account.factor.set");
    }

    public void removeAuthenticator() {
        credentials.removeAuthenticator(present);
        Feedback.say("account.factor.removed");
    }

    public void renewRecoveryCodes() {
        recoveryCodes = credentials.newRecoveryCodes(present);
    }

    /** As they were shown until something is done: a press names a row, and the row must still be the same session. */
    public List<UserSession> getSessions() {
        if (places == null) {
            places = sessions.own();
        }
        return places;
    }

    public void end(long session) {
        try {
            sessions.end(session);
        } finally {
            places = null;
        }
        Feedback.say("account.session.ended");
    }

    public void endOthers() {
        try {
            me.who().ifPresent(who -> sessions.endOthers(who.sessionId()));
        } finally {
            places = null;
        }
        Feedback.say("account.sessions.ended");
    }

    public boolean isThis(UserSession session) {
        return me.who().filter(who -> who.sessionId() == session.id()).isPresent();
    }

    public boolean isFactorRequired() {
        return me.who().filter(who -> who.role().needsSecondFactor()).isPresent();
    }

    public boolean isFactorSet() {
        return credentials.hasAuthenticator();
    }

    public int getRecoveryCodesLeft() {
        return credentials.recoveryCodesLeft();
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

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    /** Never sent back. */
    public String getPresent() {
        return null;
    }

    public void setPresent(String present) {
        this.present = present;
    }

    /** Never sent back. */
    public String getFresh() {
        return null;
    }

    public void setFresh(String fresh) {
        this.fresh = fresh;
    }

    public String getCode() {
        return null;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
