package net.niner.status.probe;

/**
 * What can be wrong with a field of a check. Messages are written in English where they arise; a page in another language goes by this. Each
 * {@link Syntax} has its namesake here.
 */
public enum Fault {
    MISSING,
    UNKNOWN,
    NUMBER,
    /** Carries the least and the greatest. */
    RANGE,
    /** Carries the choices. */
    CHOICE,
    TEXT,
    LINE,
    HOST,
    NAMESERVER,
    DNS_NAME,
    DNS_TYPE,
    HTTP_TOKEN,
    HTTP_FIELD_VALUE,
    HTTP_URL,
    URI_REFERENCE,
    JSON_POINTER,
    SIP_USER,
    FINGERPRINT,
    HEADERS,
    /** Carries the name. */
    HEADER_NAME,
    /** Carries the name. */
    OWN_HEADER,
    /** A header without a value, and none is stored for this target. Carries the name. */
    HEADER_VALUE,
    /** The target is another one, and the stored secret goes to its own target only. */
    SECRET_ANEW,
    CREDENTIALS_IN_URL,
    VALUE_WITHOUT_JSON,
    REDIRECT_WITHOUT_STATUS,
    NAME_OR_ZONE,
    NAME_AND_ZONE,
    SERVER_MISSING,
    SERVERS_TOO_FEW,
    SERVER_WITH_ZONE,
    SERVERS_WITH_NAME,
    EXPECTED_WITH_ZONE,
    PASSWORD_MISSING,
    USER_MISSING,
    PASSWORD_IN_CLEAR,
    TLS_PORT,
    DURATION,
    WHOLE_SECONDS,
    /** Carries the most characters. */
    NAME_LENGTH,
    NAME_TAKEN,
    /** All settings together. */
    TOO_LONG
}
