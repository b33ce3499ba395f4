package net.niner.status.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    @ParameterizedTest(name = "{0} says {1}")
    @CsvSource({
        "203.0.113.9,,203.0.113.9",
        "127.0.0.1,,127.0.0.1",
        "127.0.0.1,203.0.113.9,203.0.113.9",
        "127.0.0.1,'10.0.0.1, 203.0.113.9',203.0.113.9",
        "::1,2001:db8::9,2001:db8::9",
        "127.0.0.1,<script>,127.0.0.1",
        "203.0.113.9,10.0.0.1,203.0.113.9"
    })
    void onlyAProxyOnThisMachineIsBelieved(String peer, String forwardedFor, String address) {
        assertThat(ClientAddress.of(peer, forwardedFor == null ? List.of() : List.of(forwardedFor)))
                .isEqualTo(address);
    }

    @Test
    void theLineThatTheProxyAddedCountsAndNotTheClientsOwn() {
        assertThat(ClientAddress.of("127.0.0.1", List.of("10.0.0.1", "10.0.0.2, 203.0.113.9")))
                .isEqualTo("203.0.113.9");
    }
}
