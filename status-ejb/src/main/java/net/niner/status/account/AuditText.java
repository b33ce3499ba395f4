package net.niner.status.account;

/** Text as the trail can keep it in any database. */
final class AuditText {

    private AuditText() {}

    static final int ADDRESS_LENGTH = 64;

    /** A network address, null for null. */
    static String address(String address) {
        return address == null ? null : cut(address, ADDRESS_LENGTH);
    }

    /** No longer than that, without the NUL that PostgreSQL refuses and without half a character at the end. */
    static String cut(String text, int length) {
        String clean = text.replace('\0', ' ');
        if (clean.length() <= length) {
            return clean;
        }
        int end = Character.isHighSurrogate(clean.charAt(length - 1)) ? length - 1 : length;
        return clean.substring(0, end);
    }
}
