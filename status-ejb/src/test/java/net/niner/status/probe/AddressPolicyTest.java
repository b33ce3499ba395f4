package net.niner.status.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {

    private final AddressPolicy none = AddressPolicy.allowing("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "169.254.169.254",
                "169.254.0.1",
                "100.100.100.200",
                "168.63.129.16",
                "192.0.0.192",
                "fd00:42::42",
                "fd20:ce::254",
                "64:ff9b:1::1",
                "64:ff9b:1:ffff::a9fe:a9fe",
                "::ffff:168.63.129.16",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "febf::1",
                "ff02::1",
                "fd00:ec2::254",
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "64:ff9b::127.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "2002:7f00:1::1",
                "2002:a9fe:a9fe::"
            })
    void whatOnlyThisMachineReachesIsRefused(String address) throws UnknownHostException {
        assertThat(none.permits(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "192.0.2.1",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "169.255.0.0",
                "223.255.255.255",
                "100.100.100.201",
                "168.63.129.17",
                "192.0.0.193",
                "fd00:42::43",
                "fd20:ce::253",
                "64:ff9b:2::1",
                "2001:db8::1",
                "fec0::1",
                "fd00:ec2::253",
                "64:ff9b::192.0.2.1",
                "2002:c000:201::1"
            })
    void everythingElseIsAllowed(String address) throws UnknownHostException {
        assertThat(none.permits(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void exceptionsAreAllowedAndNothingBeside() throws UnknownHostException {
        AddressPolicy policy = AddressPolicy.allowing(" 127.0.0.0/31, fe80::/64 ,169.254.169.254,");
        assertThat(policy.permits(InetAddress.getByName("127.0.0.1"))).isTrue();
        assertThat(policy.permits(InetAddress.getByName("127.0.0.2"))).isFalse();
        assertThat(policy.permits(InetAddress.getByName("fe80::abcd"))).isTrue();
        assertThat(policy.permits(InetAddress.getByName("fe80:0:0:1::1"))).isFalse();
        assertThat(policy.permits(InetAddress.getByName("169.254.169.254"))).isTrue();
        assertThat(policy.permits(InetAddress.getByName("64:ff9b::127.0.0.1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "127.0.0.0/33", "::/129", "127.0.0.0/", "127.0.0.0/-1", "10.0.0.0/8/8", "127.1"})
    void whatIsNoRangeIsRefusedByName(String wrong) {
        assertThatThrownBy(() -> AddressPolicy.allowing("10.0.0.0/8," + wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("“" + wrong + "”");
    }
}
