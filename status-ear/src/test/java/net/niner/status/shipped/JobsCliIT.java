package net.niner.status.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.niner.status.shipped.Jar.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobsCliIT {
    private static final Pattern COMPLETED = Pattern.compile("compact-history (\\d+) COMPLETED\\R");

    private static final Pattern STARTED = Pattern.compile("probe-round (\\d+) \\w+\\R");

    private final Site site = Site.shared();

    @TempDir
    private Path directory;

    @Test
    void jobsAreListed() {
        Outcome outcome = site.command("job", "list");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).startsWith("JOB ").contains("probe-round", "compact-history");
    }

    @Test
    void whoWaitsForAJobLearnsHowItEnded() {
        Outcome outcome = site.command("job", "start", "compact-history", "--wait");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        Matcher line = COMPLETED.matcher(outcome.out());
        assertThat(line.matches()).as(outcome.out()).isTrue();
        assertThat(site.command("job", "show", line.group(1)).out()).contains("COMPLETED", "STEP");
    }

    @Test
    void anUnknownJobIsRefused() {
        failed(site.command("job", "start", "no-such-job"), "no-such-job");
    }

    @Test
    void anUnknownExecutionIsRefused() {
        failed(site.command("job", "show", "999999"), "999999");
        failed(site.command("job", "stop", "999999"), "999999");
        failed(site.command("job", "restart", "999999"), "999999");
        failed(site.command("job", "abandon", "999999"), "999999");
    }

    @Test
    void aCompletedExecutionIsNotStartedAgain() {
        Outcome started = site.command("job", "start", "compact-history", "--wait");
        Matcher line = COMPLETED.matcher(started.out());
        assertThat(line.matches()).as(started.out()).isTrue();

        failed(site.command("job", "restart", line.group(1)), line.group(1));
        failed(site.command("job", "abandon", line.group(1)), line.group(1));
    }

    @Test
    void whatStoppedIsGivenUpAndThenNotRestarted() {
        AtomicReference<String> stopped = new AtomicReference<>();
        // a round that looks far ahead waits for what is due next, which may be at once
        await().atMost(Duration.ofMinutes(3)).until(() -> {
            stopped.set(stoppedRound());
            return site.command("job", "show", stopped.get()).out().contains("STOPPED");
        });
        String id = stopped.get();

        Outcome abandoned = site.command("job", "abandon", id);

        assertThat(abandoned.err()).isEmpty();
        assertThat(abandoned.out()).contains("probe-round " + id + " ABANDONED");
        failed(site.command("job", "restart", id), id);
        failed(site.command("job", "abandon", id), id);
    }

    private String stoppedRound() {
        Outcome started = site.command("job", "start", "probe-round", "--param", "seconds=59");
        Matcher running = STARTED.matcher(started.out());
        assertThat(running.matches()).as(started.out() + started.err()).isTrue();
        String id = running.group(1);
        failed(site.command("job", "abandon", id), id);
        site.command("job", "stop", id);
        await().until(() -> !site.command("job", "show", id).out().matches("(?s).*(STARTING|STARTED|STOPPING).*"));
        return id;
    }

    @Test
    void aParameterThatTheJobDoesNotTakeIsRefused() {
        failed(site.command("job", "start", "compact-history", "--param", "colour=red"), "colour");
    }

    @Test
    void aWrongTokenIsRefused() throws IOException {
        Path token = Files.writeString(directory.resolve("token"), "wrong\n");

        failed(site.command("job", "list", "--token-file", token.toString()), "oken");
    }

    @Test
    void aMissingTokenFileIsNamed() {
        Path token = directory.resolve("none");

        failed(site.command("job", "list", "--token-file", token.toString()), token.toString());
    }

    @Test
    void aSiteThatDoesNotRunIsNamed() throws IOException {
        String url = "http://127.0.0.1:" + Site.freePort();

        failed(site.command("job", "list", "--url", url), "No site answers at " + url);
    }

    @Test
    void aWrongCallIsToldFromAFailure() {
        assertThat(Jar.run("job").exitCode()).isEqualTo(2);
        assertThat(Jar.run("job", "start").exitCode()).isEqualTo(2);
        assertThat(Jar.run("job", "show", "seven").exitCode()).isEqualTo(2);
        assertThat(Jar.run("job", "list", "--colour").exitCode()).isEqualTo(2);
    }

    private static void failed(Outcome outcome, String sentence) {
        assertThat(outcome.err()).contains(sentence).hasLineCount(1);
        assertThat(outcome.exitCode()).isEqualTo(1);
    }
}
