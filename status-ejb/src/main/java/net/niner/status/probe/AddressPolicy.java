package net.niner.status.probe;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses a probe may talk to. Whoever may write checks must not reach through them what only this machine can reach: itself, its
 * link, and the metadata service of its cloud (100.100.100.200 is Alibaba's, 168.63.129.16 Azure's, 192.0.0.192 Oracle's, fd00:42::42
 * Scaleway's, fd00:ec2::254 Amazon's, fd20:ce::254 Google's). A local translator to IPv4 (64:ff9b:1::/48, RFC 8215) could lead to any of
 * them, and only its operator knows how. Private networks are allowed; watching them is what a status site is for.
 */
public final class AddressPolicy {

    /** The setting that names the exceptions. */
    public static final String SETTING = "status.probe.allow";

    private static final List<AddressRange> REFUSED = Stream.of(
                    "0.0.0.0/8",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "100.100.100.200",
                    "168.63.129.16",
                    "192.0.0.192",
                    "fe80::/10",
                    "ff00::/8",
                    "fd00:42::42",
                    "fd00:ec2::254",
                    "fd20:ce::254",
                    "64:ff9b:1::/48")
            .map(AddressRange::parse)
            .toList();

    private static final AddressRange COMPATIBLE = AddressRange.parse("::/96");
    private static final AddressRange MAPPED = AddressRange.parse("::ffff:0:0/96");
    private static final AddressRange NAT64 = AddressRange.parse("64:ff9b::/96");
    private static final AddressRange SIX_TO_FOUR = AddressRange.parse("2002::/16");

    private final List<AddressRange> allowed;

    private AddressPolicy(List<AddressRange> allowed) {
        this.allowed = allowed;
    }

    /**
     * @param exceptions comma-separated CIDR ranges or addresses that are allowed all the same; empty for none
     * @throws IllegalArgumentException naming the part that is neither
     */
    public static AddressPolicy allowing(String exceptions) {
        return new AddressPolicy(Stream.of(exceptions.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(AddressRange::parse)
                .toList());
    }

    boolean permits(InetAddress address) {
        byte[] bytes = address.getAddress();
        return !within(REFUSED, embedded(bytes)) || within(allowed, bytes);
    }

    private static boolean within(List<AddressRange> ranges, byte[] address) {
        for (AddressRange range : ranges) {
            if (range.holds(address)) {
                return true;
            }
        }
        return false;
    }

    /** The IPv4 address that an IPv6 one leads to (RFC 4291, 6052, 3056); {@code ::} and {@code ::1} fall into 0.0.0.0/8. */
    private static byte[] embedded(byte[] address) {
        if (SIX_TO_FOUR.holds(address)) {
            return Arrays.copyOfRange(address, 2, 6);
        }
        boolean ends = COMPATIBLE.holds(address) || MAPPED.holds(address) || NAT64.holds(address);
        return ends ? Arrays.copyOfRange(address, 12, 16) : address;
    }
}
