package net.niner.status.web.account;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import net.niner.status.account.SignInResult;
import net.niner.status.account.SignInResult.Next;
import net.niner.status.account.TotpDraft;

/** Somebody who gave the right password and has yet to give the second factor. Forgotten after ten minutes. */
@SessionScoped
public class PendingSignIn implements Serializable {

    private static final long serialVersionUID = 1;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Inject
    private transient Clock clock;

    private Long userId;
    private Next step;
    private Instant at;
    private String to;
    private transient TotpDraft draft;

    void begin(SignInResult password, String wanted) {
        userId = password.userId();
        step = password.next();
        at = clock.instant();
        to = ReturnAddress.of(wanted);
        draft = null;
    }

    /** Who waits for that step, and for no other: who has an authenticator must not pair a new one. */
    OptionalLong userId(Next asked) {
        boolean waits = userId != null && step == asked && clock.instant().isBefore(at.plus(PATIENCE));
        return waits ? OptionalLong.of(userId) : OptionalLong.empty();
    }

    String to() {
        return to == null ? ReturnAddress.DESK : to;
    }

    TotpDraft draft() {
        return draft;
    }

    void propose(TotpDraft proposed) {
        draft = proposed;
    }

    void end() {
        userId = null;
        draft = null;
    }
}
