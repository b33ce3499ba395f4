package net.niner.status.account;

import java.util.Locale;

/** Why something about accounts is refused, in words for a page to translate. */
public enum AccountRefusal {
    /** Wrong, unknown or disabled: which of them is told to nobody. */
    SIGN_IN(null),
    /** Too many attempts; the detail is the number of seconds to wait. */
    TOO_MANY(null),
    /** The link does not exist, has been used, or is too old. */
    LINK_INVALID(null),
    EMAIL_INVALID("email"),
    EMAIL_TAKEN("email"),
    NAME_INVALID("name"),
    LANGUAGE_INVALID("language"),
    /** The present password is wrong. */
    PASSWORD_WRONG("present"),
    /** The detail is the least number of characters. */
    PASSWORD_SHORT("password"),
    /** The detail is the greatest number of characters. */
    PASSWORD_LONG("password"),
    /** Too many people have chosen it, or it is guessed as easily. */
    PASSWORD_COMMON("password"),
    PASSWORD_CONTAINS_EMAIL("password"),
    /** The code of the authenticator is wrong, used already, or too old. */
    CODE_WRONG("code"),
    /** The secret of the authenticator is none: the page has to draw a new one. */
    AUTHENTICATOR_INVALID("code"),
    SECOND_FACTOR_REQUIRED("code"),
    /** The person has no authenticator that recovery codes could stand in for. */
    NO_SECOND_FACTOR("code"),
    LAST_OWNER(null),
    /** Somebody else changed the account meanwhile. */
    STALE_USER(null),
    NO_SUCH_USER(null),
    /** The account is disabled: enable it first. */
    USER_DISABLED(null),
    TOKEN_NAME_INVALID("name"),
    /** None at all, or one that the person does not hold. */
    TOKEN_PERMISSIONS_INVALID("permissions"),
    TOKEN_EXPIRY_INVALID("expires"),
    NO_SUCH_TOKEN(null),
    NO_SUCH_SESSION(null);

    private final String field;

    AccountRefusal(String field) {
        this.field = field;
    }

    /** The field that is to blame, null if none is. */
    public String field() {
        return field;
    }

    /** As it stands in a key: {@code last-owner}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
