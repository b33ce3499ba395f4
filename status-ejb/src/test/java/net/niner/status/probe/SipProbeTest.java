package net.niner.status.probe;

import static org.assertj.core.api.Assertions.assertThat;

import gov.nist.javax.sip.SipStackImpl;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sip.ListeningPoint;
import javax.sip.RequestEvent;
import javax.sip.SipFactory;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.SipStack;
import net.niner.status.probe.ProbeSpec.Transport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reference implementation of JAIN SIP answers. */
class SipProbeTest {

    private final TestNetwork network = new TestNetwork();
    private SipStack stack;

    @AfterEach
    void stop() {
        if (stack != null) {
            stack.stop();
        }
        network.close();
    }

    @ParameterizedTest
    @CsvSource({"UDP, 200, UP", "TCP, 200, UP", "UDP, 404, UP", "TCP, 401, UP", "UDP, 503, DOWN", "TCP, 603, DOWN"})
    void theAnswerDecides(Transport transport, int code, Outcome outcome) throws Exception {
        int port = answering(transport, code, 0);
        Finding finding = network.probe(new ProbeSpec.Sip("127.0.0.1", port, transport, "info"));
        assertThat(finding.outcome()).as(finding.detail()).isEqualTo(outcome);
        assertThat(finding.detail()).contains(code + " ");
    }

    @Test
    void aLostRequestIsSentAgain() throws Exception {
        int port = answering(Transport.UDP, 200, 2);
        Finding finding = network.probe(new ProbeSpec.Sip("127.0.0.1", port, Transport.UDP, null));
        assertThat(finding.outcome()).as(finding.detail()).isEqualTo(Outcome.UP);
        assertThat(finding.latency()).isGreaterThan(Duration.ofSeconds(1));
    }

    @Test
    void silenceEndsAtTheDeadline() throws IOException {
        try (DatagramSocket mute = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
            ProbeSpec spec = new ProbeSpec.Sip("127.0.0.1", mute.getLocalPort(), Transport.UDP, null);
            Finding finding = network.probe(spec, Duration.ofMillis(700));
            assertThat(finding.outcome()).isEqualTo(Outcome.DOWN);
            assertThat(finding.detail()).isEqualTo("timed out after 0.7 s while waiting for the first byte");
        }
    }

    @Test
    void garbageInADatagramIsNamed() throws Exception {
        try (DatagramSocket server = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
            Thread thread = new Thread(() -> garbage(server));
            thread.start();
            Finding finding = network.probe(new ProbeSpec.Sip("127.0.0.1", server.getLocalPort(), Transport.UDP, null));
            assertThat(finding.detail()).startsWith("answer is not SIP");
            thread.join();
        }
    }

    private static void garbage(DatagramSocket server) {
        try {
            DatagramPacket packet = new DatagramPacket(new byte[2000], 2000);
            server.receive(packet);
            packet.setData("\r\nwhat?".getBytes(StandardCharsets.US_ASCII));
            server.send(packet);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param deafTo so many requests are dropped first */
    private int answering(Transport transport, int code, int deafTo) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("javax.sip.STACK_NAME", "test" + System.nanoTime());
        stack = new SipStackImpl(properties);
        ListeningPoint point = stack.createListeningPoint("127.0.0.1", freePort(transport), transport.name());
        SipProvider provider = stack.createSipProvider(point);
        AtomicInteger heard = new AtomicInteger();
        provider.addSipListener((SipListener) Proxy.newProxyInstance(
                SipListener.class.getClassLoader(), new Class<?>[] {SipListener.class}, (self, method, arguments) -> {
                    if (method.getName().equals("processRequest") && heard.incrementAndGet() > deafTo) {
                        answer(provider, (RequestEvent) arguments[0], code);
                    }
                    return null;
                }));
        return point.getPort();
    }

    private static void answer(SipProvider provider, RequestEvent event, int code) throws Exception {
        provider.sendResponse(SipFactory.getInstance().createMessageFactory().createResponse(code, event.getRequest()));
    }

    private static int freePort(Transport transport) throws IOException {
        if (transport == Transport.UDP) {
            try (DatagramSocket socket = new DatagramSocket(0)) {
                return socket.getLocalPort();
            }
        }
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
