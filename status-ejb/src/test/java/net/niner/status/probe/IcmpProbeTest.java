package net.niner.status.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the system's ping where there is one, and against what ping prints. */
class IcmpProbeTest {

    private final TestNetwork network = new TestNetwork();

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void aHostThatAnswersIsUp() {
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(":"))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "ping"))),
                "SKIPPED: the command ping is not installed, so nothing was proved about it");
        Finding finding = network.probe(new ProbeSpec.Icmp("127.0.0.1", 2));
        assertThat(finding.outcome()).isEqualTo(Outcome.UP);
        assertThat(finding.detail()).isEqualTo("2 of 2 echo requests answered");
        assertThat(finding.latency()).isBetween(Duration.ofNanos(1), Duration.ofSeconds(1));
    }

    @Test
    void theAddressPolicyHoldsForPingToo() {
        Finding finding = network.allowing("").probe(new ProbeSpec.Icmp("127.0.0.1", 1));
        assertThat(finding.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(finding.detail()).contains("status.probe.allow");
    }

    @Test
    void someLossIsUpAndTold() throws IOException {
        Finding finding = printing(
                "3 packets transmitted, 1 received, 66.6667% packet loss, time 402ms\n"
                        + "rtt min/avg/max/mdev = 0.021/12.500/25.000/0.004 ms",
                1);
        assertThat(finding).isEqualTo(Finding.up(Duration.ofNanos(12_500_000), "1 of 3 echo requests answered"));
    }

    @Test
    void busyBoxIsUnderstood() throws IOException {
        Finding finding = printing(
                "3 packets transmitted, 3 packets received, 0% packet loss\n"
                        + "round-trip min/avg/max = 0.050/0.100/0.150 ms",
                0);
        assertThat(finding).isEqualTo(Finding.up(Duration.ofNanos(100_000), "3 of 3 echo requests answered"));
    }

    @Test
    void noAnswerAtAllIsDown() throws IOException {
        assertThat(printing("3 packets transmitted, 0 received, +3 errors, 100% packet loss, time 402ms", 1))
                .isEqualTo(Finding.down("no answer to 3 echo requests"));
    }

    @Test
    void aPingThatMayNotOpenASocketIsOurFault() throws IOException {
        assertThat(printing("ping: socket: Operation not permitted", 2))
                .isEqualTo(Finding.unknown("ping failed: ping: socket: Operation not permitted"));
    }

    @Test
    void aMissingPingIsOurFault() {
        assertThat(run("/nonexistent/ping", TestNetwork.PATIENT))
                .isEqualTo(Finding.unknown("the command “/nonexistent/ping” cannot be run here"));
    }

    @Test
    void aPingThatHangsIsKilledAtTheDeadline() throws IOException {
        Path pid = directory.resolve("pid");
        Finding finding = run(script("echo $$ > " + pid + "; exec sleep 600"), Duration.ofMillis(700));
        assertThat(finding).isEqualTo(Finding.down("timed out after 0.7 s while waiting for the first byte"));
        long process = Long.parseLong(Files.readString(pid).strip());
        ProcessHandle.of(process).ifPresent(hung -> assertThat(hung.onExit()).succeedsWithin(TestNetwork.PATIENT));
    }

    @Test
    void pingGetsAnAddressAndEnglish() throws IOException {
        Finding finding = run(script("echo \"$LC_ALL $*\""), Duration.ofSeconds(10));
        assertThat(finding.detail()).matches("ping failed: C -n -q -c 3 -i 0\\.2 -W [78]\\.\\d -w 10 127\\.0\\.0\\.1");
    }

    private Finding printing(String output, int exit) throws IOException {
        return run(script("cat <<'END'\n" + output + "\nEND\nexit " + exit), TestNetwork.PATIENT);
    }

    private String script(String commands) throws IOException {
        Path script = Files.writeString(directory.resolve("ping"), "#!/bin/sh\n" + commands + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script.toString();
    }

    private Finding run(String command, Duration timeout) {
        try (Attempt attempt = network.network().attempt(timeout)) {
            return new IcmpProbe(command).probe(new ProbeSpec.Icmp("127.0.0.1", 3), attempt);
        } catch (ProbeException e) {
            return e.finding();
        }
    }
}
