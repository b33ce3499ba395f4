package net.niner.status.account;

import java.util.Locale;

/** Why something about accounts is refused, in words for a page to translate. */
public enum AccountRefusal {
    /** Wrong, unknown or disabled: which of them is told to nobody. */
    SIGN_IN,
    /** Too many attempts; the detail is the number of seconds to wait. */
    TOO_MANY,
    /** The link does not exist, has been used, or is too old. */
    LINK_INVALID,
    EMAIL_INVALID,
    EMAIL_TAKEN,
    NAME_INVALID,
    LANGUAGE_INVALID,
    /** The present password is wrong. */
    PASSWORD_WRONG,
    /** The detail is the least number of characters. */
    PASSWORD_SHORT,
    /** The detail is the greatest number of characters. */
    PASSWORD_LONG,
    /** Too many people have chosen it, or it is guessed as easily. */
    PASSWORD_COMMON,
    PASSWORD_CONTAINS_EMAIL,
    /** The code of the authenticator is wrong, used already, or too old. */
    CODE_WRONG,
    /** The secret of the authenticator is none: the page has to draw a new one. */
    AUTHENTICATOR_INVALID,
    SECOND_FACTOR_REQUIRED,
    /** The person has no authenticator that recovery codes could stand in for. */
    NO_SECOND_FACTOR,
    LAST_OWNER,
    /** Somebody else changed the account meanwhile. */
    STALE_USER,
    NO_SUCH_USER,
    /** The account is disabled: enable it first. */
    USER_DISABLED,
    TOKEN_NAME_INVALID,
    /** None at all, or one that the person does not hold. */
    TOKEN_PERMISSIONS_INVALID,
    TOKEN_EXPIRY_INVALID,
    NO_SUCH_TOKEN,
    NO_SUCH_SESSION;

    /** As it stands in a key: {@code last-owner}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
