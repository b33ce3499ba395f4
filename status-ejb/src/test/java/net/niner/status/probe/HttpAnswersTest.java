package net.niner.status.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers byte for byte, as no well-kept server gives them. */
class HttpAnswersTest {

    private final TestNetwork network = new TestNetwork();

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void whatIsDecidedBeforeTheServerStallsCounts() throws IOException {
        String stalls = "HTTP/1.1 200 OK\r\n\r\nWelcome";
        assertThat(ask("GET", stalls, "Welcome", null).outcome()).isEqualTo(Outcome.UP);
        assertThat(ask("GET", stalls, null, "Welcome").detail()).isEqualTo("200 OK, but the body holds “Welcome”");
        assertThat(ask("GET", stalls, "Goodbye", null)).isEqualTo(Finding.down("timed out after 0.7 s while reading"));
    }

    @Test
    void interimAnswersArePassedOver() throws IOException {
        String answer =
                "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\n";
        assertThat(ask("GET", answer, null, null).detail()).isEqualTo("200 OK");
    }

    @Test
    void anAnswerToHeadHasNoBodyToWaitFor() throws IOException {
        assertThat(ask("HEAD", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", "hello", null)
                        .detail())
                .isEqualTo("200 OK, but the body does not hold “hello”");
    }

    @Test
    void aBodyInChunksIsPutTogether() throws IOException {
        String chunks = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nWel\r\n4\r\ncome\r\n0\r\n\r\n";
        assertThat(ask("GET", chunks, "Welcome", "Fatal").outcome()).isEqualTo(Outcome.UP);
    }

    @Test
    void aHeadThatEndsEarlyIsDown() throws IOException {
        try (LoopbackServer server = new LoopbackServer(socket -> {
            request(socket);
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\nServer: x".getBytes(StandardCharsets.US_ASCII));
        })) {
            assertThat(network.probe(spec("GET", server.port(), null, null)))
                    .isEqualTo(Finding.down("broken answer: connection closed within the head"));
        }
    }

    @Test
    void aMissingReasonPhraseIsNotMissed() throws IOException {
        assertThat(ask("GET", "HTTP/1.1 500\r\n\r\n", null, null)).isEqualTo(Finding.down("500, 200 expected"));
    }

    @Test
    void deepJsonIsRefusedWithoutHarm() throws IOException {
        String deep = "HTTP/1.0 200 OK\r\n\r\n" + "[".repeat(200_000);
        try (LoopbackServer server = new LoopbackServer(socket -> {
            request(socket);
            socket.getOutputStream().write(deep.getBytes(StandardCharsets.US_ASCII));
        })) {
            URI url = URI.create("http://127.0.0.1:" + server.port());
            Finding finding =
                    network.probe(new ProbeSpec.Http(url, "GET", Map.of(), null, 200, null, null, "/a", null, null));
            assertThat(finding).isEqualTo(Finding.down("200 OK, but the body is not JSON"));
        }
    }

    private Finding ask(String method, String answer, String contains, String absent) throws IOException {
        try (LoopbackServer server = new LoopbackServer(socket -> {
            request(socket);
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().read();
        })) {
            return network.probe(spec(method, server.port(), contains, absent), Duration.ofMillis(700));
        }
    }

    private static ProbeSpec spec(String method, int port, String contains, String absent) {
        URI url = URI.create("http://127.0.0.1:" + port);
        return new ProbeSpec.Http(url, method, Map.of(), null, 200, contains, absent, null, null, null);
    }

    /** Reads to the empty line. */
    private static void request(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        int ends = 0;
        for (int next = in.read(); next >= 0 && ends < 2; next = ends < 2 ? in.read() : next) {
            ends = next == '\n' ? ends + 1 : next == '\r' ? ends : 0;
        }
    }
}
