package net.niner.status.probe;

/** A nameserver as settings name it: {@code host}, {@code host:port}, {@code [IPv6]:port}, or a bare IPv6 address. */
record Nameserver(String host, int port) {

    private static final int DOMAIN = 53;
    private static final int HIGHEST_PORT = 65_535;

    /** @throws IllegalArgumentException if the port is none */
    static Nameserver parse(String text) {
        int colon = text.lastIndexOf(':');
        boolean bareAddress = text.indexOf(':') != colon && !text.startsWith("[");
        if (colon < 0 || bareAddress || text.endsWith("]")) {
            return new Nameserver(Attempt.bare(text), DOMAIN);
        }
        String digits = text.substring(colon + 1);
        int port = digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : 0;
        if (port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("“" + digits + "” is no port");
        }
        return new Nameserver(Attempt.bare(text.substring(0, colon)), port);
    }
}
