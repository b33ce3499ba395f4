package net.niner.status.probe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Proves that a host answers echo requests. Raw sockets are not for the JVM, so the system's {@code ping} asks; it is handed an address,
 * never a host name, which could read as an option. A host that answers at least once is up, and the detail tells the loss: whether some
 * loss is too much depends on the link, and one lost packet of three must not wake anybody.
 */
final class IcmpProbe implements Probe<ProbeSpec.Icmp> {

    private static final Pattern COUNTS = Pattern.compile("(\\d+) packets transmitted, (\\d+) (packets )?received");
    private static final Pattern AVERAGE = Pattern.compile("min/avg/max[^=]*= [\\d.]+/([\\d.]+)/");
    private static final Pattern NOT_SENT = Pattern.compile("ping: sendmsg: ([^\\r\\n]+)");
    private static final double INTERVAL = 0.2;
    private static final int OUTPUT = 8192;

    private final String command;

    IcmpProbe() {
        this("ping");
    }

    /** @param command the program, as iputils or BusyBox have it */
    IcmpProbe(String command) {
        this.command = command;
    }

    @Override
    public Finding probe(ProbeSpec.Icmp spec, Attempt attempt) throws ProbeException {
        if ((spec.count() - 1) * INTERVAL >= attempt.left().toMillis() / 1000.0) {
            throw ProbeException.unknown(spec.count() + " echo requests do not fit into the timeout", null);
        }
        String address = attempt.resolve(spec.host()).getHostAddress();
        attempt.enter(Phase.FIRST_BYTE);
        Process ping = start(arguments(spec.count(), address, attempt.left()), attempt);
        try (InputStream output = ping.getInputStream()) {
            return judge(new String(output.readNBytes(OUTPUT), StandardCharsets.US_ASCII), attempt);
        } catch (IOException e) {
            throw attempt.left().isZero()
                    ? attempt.timedOut(e)
                    : ProbeException.unknown("ping failed: " + e.getMessage(), e);
        } finally {
            ping.destroyForcibly();
        }
    }

    private Process start(List<String> arguments, Attempt attempt) throws ProbeException {
        ProcessBuilder builder = new ProcessBuilder(arguments).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        try {
            Process ping = builder.start();
            attempt.guard(ping::destroyForcibly);
            return ping;
        } catch (IOException e) {
            throw ProbeException.unknown("the command “" + command + "” cannot be run here", e);
        }
    }

    /** Waits for the last answer for what is left when all requests are sent, and ends by itself, just before the watchdog ends it. */
    private List<String> arguments(int count, String address, Duration left) {
        double seconds = left.toMillis() / 1000.0;
        double patience = Math.max(0.1, 0.9 * seconds - (count - 1) * INTERVAL);
        return List.of(
                command,
                "-n",
                "-q",
                "-c",
                String.valueOf(count),
                "-i",
                String.valueOf(INTERVAL),
                "-W",
                String.format(Locale.ROOT, "%.1f", patience),
                "-w",
                String.valueOf((int) Math.ceil(seconds)),
                address);
    }

    private static Finding judge(String output, Attempt attempt) throws ProbeException {
        Matcher counts = COUNTS.matcher(output);
        if (!counts.find()) {
            if (attempt.left().isZero()) {
                throw attempt.timedOut(null);
            }
            throw ProbeException.unknown("ping failed: " + output.strip(), null);
        }
        String sent = counts.group(1);
        String received = counts.group(2);
        Matcher average = AVERAGE.matcher(output);
        Matcher notSent = NOT_SENT.matcher(output);
        if (received.equals("0") && notSent.find()) {
            throw ProbeException.unknown("the echo requests did not leave here: " + notSent.group(1), null);
        }
        if (received.equals("0") || !average.find()) {
            return Finding.down("no answer to " + sent + " echo requests");
        }
        Duration latency = Duration.ofNanos(Math.round(Double.parseDouble(average.group(1)) * 1_000_000));
        return Finding.up(latency, received + " of " + sent + " echo requests answered");
    }
}
