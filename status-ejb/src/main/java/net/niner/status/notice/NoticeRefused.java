package net.niner.status.notice;

import jakarta.ejb.ApplicationException;
import java.util.Optional;

/** A notice does not stand so that this could be done with it; nothing was changed. */
@ApplicationException(rollback = true)
public class NoticeRefused extends RuntimeException {

    private final NoticeState state;

    NoticeRefused(long id, NoticeState state) {
        super("notice " + id + (state == null ? " does not exist" : " is " + state + " by now"));
        this.state = state;
    }

    /** How it stands; empty where there is no such notice. */
    public Optional<NoticeState> state() {
        return Optional.ofNullable(state);
    }
}
