package net.niner.status.web.account;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import net.niner.status.account.TotpDraft;

/** Somebody who gave the right password and has yet to give the second factor. Forgotten after ten minutes. */
@SessionScoped
public class PendingSignIn implements Serializable {

    private static final long serialVersionUID = 1;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Inject
    private transient Clock clock;

    private Long userId;
    private Instant at;
    private String to;
    private transient TotpDraft draft;

    void begin(long user, String wanted) {
        userId = user;
        at = clock.instant();
        to = ReturnAddress.of(wanted);
        draft = null;
    }

    OptionalLong userId() {
        boolean waits = userId != null && clock.instant().isBefore(at.plus(PATIENCE));
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
