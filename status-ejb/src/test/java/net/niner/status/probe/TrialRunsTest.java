package net.niner.status.probe;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrialRunsTest {

    private final TestNetwork network = new TestNetwork();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        threads.shutdownNow();
        network.close();
    }

    @Test
    void eachPhaseShowsAsItHappens() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            TrialRuns runs = runs(Clock.systemUTC());
            String id = runs.begin(new ProbeSpec.Tcp("127.0.0.1", server.getLocalPort(), "hello"), CheckRules.DEFAULT);
            try (Socket connection = server.accept()) {
                await().atMost(10, SECONDS).until(() -> phases(runs, id).contains(Phase.FIRST_BYTE));
                assertThat(runs.progress(id).orElseThrow().ended()).isFalse();
                connection.getOutputStream().write("hello".getBytes(US_ASCII));
                await().atMost(10, SECONDS)
                        .until(() -> runs.progress(id).orElseThrow().ended());
            }
            TrialProgress progress = runs.progress(id).orElseThrow();
            assertThat(progress.outcome()).isEqualTo(Outcome.UP);
            assertThat(phases(runs, id))
                    .containsExactly(Phase.RESOLVING, Phase.CONNECTING, Phase.FIRST_BYTE, Phase.READING);
            assertThat(progress.steps().get(1).detail()).isEqualTo("127.0.0.1:" + server.getLocalPort());
        }
    }

    @Test
    void theCommandsOfAConversationShowWithoutTheirSecrets() throws IOException {
        try (LoopbackServer server = new LoopbackServer(socket -> {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            socket.getOutputStream().write("+OK welcome\r\n".getBytes(US_ASCII));
            in.readLine();
            socket.getOutputStream().write("+OK\r\n".getBytes(US_ASCII));
            in.readLine();
            socket.getOutputStream().write("-ERR no\r\n".getBytes(US_ASCII));
        })) {
            List<String> steps = new ArrayList<>();
            new Probes(network.network(), Clock.systemUTC())
                    .probe(
                            new ProbeSpec.Pop3(
                                    "127.0.0.1", server.port(), ProbeSpec.Security.NONE, "info", new Secret("sesame")),
                            TestNetwork.PATIENT,
                            (phase, detail) -> steps.add(phase + " " + detail));
            assertThat(steps).contains("ASKING USER", "ASKING PASS");
            assertThat(steps.toString()).doesNotContain("sesame", "info");
        }
    }

    @Test
    void soManyAreKeptAndNoMore() {
        TrialRuns runs = new TrialRuns(probes(), task -> {}, Clock.systemUTC());
        for (int i = 0; i < TrialRuns.MOST; i++) {
            runs.begin(new ProbeSpec.Tcp("127.0.0.1", 1, null), CheckRules.DEFAULT);
        }
        assertThatThrownBy(() -> runs.begin(new ProbeSpec.Tcp("127.0.0.1", 1, null), CheckRules.DEFAULT))
                .isInstanceOf(TooManyTrials.class);
    }

    @Test
    void oneThatHasEndedMakesRoomAndIsForgottenInTime() {
        Instant[] now = {Instant.parse("2026-11-25T00:00:00Z")};
        TrialRuns runs = new TrialRuns(probes(), Runnable::run, new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now[0];
            }
        });
        String first = runs.begin(refused(), CheckRules.DEFAULT);
        for (int i = 1; i < TrialRuns.MOST; i++) {
            runs.begin(refused(), CheckRules.DEFAULT);
        }
        assertThat(runs.progress(first)).isPresent();
        String last = runs.begin(refused(), CheckRules.DEFAULT);
        assertThat(runs.progress(first)).isEmpty();
        assertThat(runs.progress(last).orElseThrow().outcome()).isEqualTo(Outcome.DOWN);
        now[0] = now[0].plus(TrialRuns.KEPT).plus(Duration.ofSeconds(1));
        assertThat(runs.progress(last)).isEmpty();
    }

    @Test
    void whatThePolicyForbidsIsNotTried() {
        network.allowing("");
        TrialRuns runs = new TrialRuns(probes(), Runnable::run, Clock.systemUTC());
        TrialProgress progress =
                runs.progress(runs.begin(refused(), CheckRules.DEFAULT)).orElseThrow();
        assertThat(progress.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(progress.steps()).extracting(TrialProgress.Step::phase).containsExactly(Phase.RESOLVING);
    }

    private TrialRuns runs(Clock clock) {
        return new TrialRuns(probes(), threads, clock);
    }

    private Probes probes() {
        return new Probes(network.network(), Clock.systemUTC());
    }

    /** Nobody listens on port 1. */
    private static ProbeSpec refused() {
        return new ProbeSpec.Tcp("127.0.0.1", 1, null);
    }

    private static List<Phase> phases(TrialRuns runs, String id) {
        return runs.progress(id).orElseThrow().steps().stream()
                .map(TrialProgress.Step::phase)
                .toList();
    }
}
