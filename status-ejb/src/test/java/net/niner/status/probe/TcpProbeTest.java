package net.niner.status.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TcpProbeTest {

    private final TestNetwork network = new TestNetwork();

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void aPortThatAcceptsIsUp() throws IOException {
        Finding finding = greetedWith("", null);
        assertThat(finding.outcome()).isEqualTo(Outcome.UP);
        assertThat(finding.detail()).isEqualTo("connected");
        assertThat(finding.latency()).isPositive();
    }

    @Test
    void theExpectedGreetingIsUpAlsoWhenTheServerThenWaits() throws IOException {
        try (LoopbackServer server = new LoopbackServer(socket -> {
            socket.getOutputStream().write("220 ".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write("caf".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write("é".getBytes(StandardCharsets.UTF_8));
            socket.getInputStream().read();
        })) {
            Finding finding = network.probe(new ProbeSpec.Tcp("127.0.0.1", server.port(), "café"));
            assertThat(finding.outcome()).isEqualTo(Outcome.UP);
            assertThat(finding.detail()).isEqualTo("connected, greeted with “café”");
        }
    }

    @Test
    void anotherGreetingIsDownAndQuotedWithoutItsControlCharacters() throws IOException {
        assertThat(greetedWith("554 go\u0007 away\r\n", "220 "))
                .isEqualTo(Finding.down("greeting “554 go  away ” does not hold “220 ”"));
    }

    @Test
    void noGreetingIsDown() throws IOException {
        assertThat(greetedWith("", "220 ")).isEqualTo(Finding.down("connection closed without a greeting"));
    }

    @Test
    void theGreetingIsLookedForInItsFirstBytesOnly() throws IOException {
        String filler = "x".repeat(TcpProbe.BANNER - 4);
        assertThat(greetedWith(filler + "220 ", "220 ").outcome()).isEqualTo(Outcome.UP);
        assertThat(greetedWith(filler + "x220 ", "220 ").outcome()).isEqualTo(Outcome.DOWN);
    }

    private Finding greetedWith(String greeting, String expect) throws IOException {
        try (LoopbackServer server = new LoopbackServer(
                socket -> socket.getOutputStream().write(greeting.getBytes(StandardCharsets.UTF_8)))) {
            return network.probe(new ProbeSpec.Tcp("127.0.0.1", server.port(), expect));
        }
    }
}
