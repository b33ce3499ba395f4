package net.niner.status.web.account;

import java.util.regex.Pattern;

/** Where somebody wanted to go before they were asked who they are: an address of the back office, and nothing else. */
final class ReturnAddress {

    static final String DESK = "/admin";

    /** One or more plain path segments and a plain query: no second slash, backslash or control character that a browser might read as another host. */
    private static final Pattern WITHIN = Pattern.compile("/admin(?:/[a-z0-9-]+)*(?:\\?[A-Za-z0-9%&=._~+-]*)?");

    private static final int LONGEST = 500;

    private ReturnAddress() {}

    /** @return the desk for whatever is not an address of the back office, or is one of its doors */
    static String of(String wanted) {
        boolean fits = wanted != null
                && wanted.length() <= LONGEST
                && WITHIN.matcher(wanted).matches()
                && !Door.isOpen(path(wanted));
        return fits ? wanted : DESK;
    }

    private static String path(String address) {
        int query = address.indexOf('?');
        return query < 0 ? address : address.substring(0, query);
    }
}
