package net.niner.status.setting;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where to connect to find out whether our own link works: {@code host:port}, an IPv6 address in brackets. */
public record LinkTarget(String host, int port) {

    private static final Pattern FORM =
            Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?):(\\d{1,5})");
    private static final int HIGHEST_PORT = 65_535;

    /** @throws IllegalArgumentException if it is of another form */
    public static LinkTarget of(String text) {
        Matcher form = FORM.matcher(text);
        if (form.matches()) {
            int port = Integer.parseInt(form.group(2));
            if (port >= 1 && port <= HIGHEST_PORT) {
                return new LinkTarget(form.group(1).replaceAll("[\\[\\]]", ""), port);
            }
        }
        throw new IllegalArgumentException("a target must be host:port, not " + text);
    }
}
