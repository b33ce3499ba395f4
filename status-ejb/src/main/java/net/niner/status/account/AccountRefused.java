package net.niner.status.account;

import jakarta.ejb.ApplicationException;
import java.util.Arrays;

/** Something about an account cannot be done; nothing was changed. */
@ApplicationException(rollback = true)
public class AccountRefused extends RuntimeException {

    private final AccountRefusal why;
    private final transient Object[] details;

    public AccountRefused(AccountRefusal why, Object... details) {
        super(why.word() + (details.length == 0 ? "" : " " + Arrays.toString(details)));
        this.why = why;
        this.details = details.clone();
    }

    public AccountRefusal why() {
        return why;
    }

    /** Numbers for the sentence, see {@link AccountRefusal}. */
    public Object[] details() {
        return details.clone();
    }
}
