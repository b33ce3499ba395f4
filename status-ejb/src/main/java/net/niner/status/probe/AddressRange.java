package net.niner.status.probe;

import org.xbill.DNS.Address;

/** A CIDR range (RFC 4632, RFC 4291), or one address. */
final class AddressRange {

    private final byte[] network;
    private final int prefix;

    private AddressRange(byte[] network, int prefix) {
        this.network = network;
        this.prefix = prefix;
    }

    /** @throws IllegalArgumentException for anything but {@code address} or {@code address/prefix} */
    static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        byte[] network = literal(slash < 0 ? text : text.substring(0, slash));
        if (network == null) {
            throw new IllegalArgumentException("“" + text + "” is no address and no range like 10.0.0.0/8");
        }
        return new AddressRange(network, slash < 0 ? network.length * 8 : prefix(text, slash, network.length * 8));
    }

    private static int prefix(String text, int slash, int longest) {
        String digits = text.substring(slash + 1);
        int prefix = digits.matches("\\d{1,3}") ? Integer.parseInt(digits) : -1;
        if (prefix < 0 || prefix > longest) {
            throw new IllegalArgumentException("“" + text + "”: the prefix must be 0 to " + longest);
        }
        return prefix;
    }

    /** The bytes of an address written as such, null for anything else. */
    static byte[] literal(String text) {
        byte[] four = Address.toByteArray(text, Address.IPv4);
        return four != null || text.indexOf(':') < 0 ? four : Address.toByteArray(text, Address.IPv6);
    }

    boolean holds(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        int whole = prefix / 8;
        for (int i = 0; i < whole; i++) {
            if (address[i] != network[i]) {
                return false;
            }
        }
        int rest = prefix % 8;
        return rest == 0 || (address[whole] ^ network[whole]) >> (8 - rest) == 0;
    }
}
