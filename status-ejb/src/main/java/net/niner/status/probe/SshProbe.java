package net.niner.status.probe;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.sshd.common.config.keys.KeyUtils;

/**
 * Proves that an SSH server identifies itself and, where a fingerprint is set, that it still owns that host key. A server has a key of each
 * type and shows the one that it is asked for, so it is asked for one type after the other, over a connection each, until the key fits. The
 * latency ends with the identification.
 */
final class SshProbe implements Probe<ProbeSpec.Ssh> {

    private static final String OWN_IDENTIFICATION = "SSH-2.0-statussite";
    private static final int LINE_BYTES = 1024;

    /** Lines that may come before the identification; RFC 4253, section 4.2, sets no bound. */
    private static final int LINES = 50;

    private static final int SHOWN = 120;

    /** The usual ones first. */
    private static final List<String> ALGORITHMS = List.of(
            "ssh-ed25519",
            "ecdsa-sha2-nistp256",
            "rsa-sha2-512",
            "rsa-sha2-256",
            "ecdsa-sha2-nistp384",
            "ecdsa-sha2-nistp521",
            "ssh-rsa");

    @Override
    public Finding probe(ProbeSpec.Ssh spec, Attempt attempt) throws ProbeException {
        Map<String, String> seen = new LinkedHashMap<>();
        Optional<Finding> finding = Optional.empty();
        while (finding.isEmpty()) {
            try (Wire wire = attempt.connect(spec.host(), spec.port())) {
                finding = ask(spec.fingerprint(), wire, seen);
            } catch (IOException e) {
                throw attempt.failure(e);
            }
        }
        return finding.get();
    }

    /** @param seen fingerprints by type of key, to which this adds */
    private static Optional<Finding> ask(String fingerprint, Wire wire, Map<String, String> seen)
            throws IOException, ProbeException {
        String identification = identification(wire);
        Duration latency = wire.elapsed();
        if (fingerprint == null) {
            return Optional.of(Finding.up(latency, identification));
        }
        wire.writeLine(OWN_IDENTIFICATION);
        SshKeyExchange exchange = new SshKeyExchange(new SshPackets(wire), OWN_IDENTIFICATION, identification);
        Optional<String> algorithm = unseen(exchange, seen);
        if (algorithm.isPresent()) {
            SshHostKey key = exchange.hostKey(algorithm.get());
            if (key.fingerprint().equals(fingerprint)) {
                return Optional.of(Finding.up(latency, identification + ", host key as expected"));
            }
            seen.put(key.type(), key.fingerprint());
        }
        return unseen(exchange, seen).isPresent() ? Optional.empty() : Optional.of(changed(fingerprint, seen));
    }

    private static String identification(Wire wire) throws ProbeException {
        String line = wire.readLine(LINE_BYTES);
        for (int i = 1; i < LINES && !line.startsWith("SSH-"); i++) {
            line = wire.readLine(LINE_BYTES);
        }
        if (!line.startsWith("SSH-2.0-") && !line.startsWith("SSH-1.99-")) {
            String shown = line.substring(0, Math.min(SHOWN, line.length()));
            throw ProbeException.down("answer is not SSH 2: “" + shown + "”", null);
        }
        return line;
    }

    private static Optional<String> unseen(SshKeyExchange exchange, Map<String, String> seen) {
        return ALGORITHMS.stream()
                .filter(exchange.hostKeyAlgorithms()::contains)
                .filter(algorithm -> !seen.containsKey(KeyUtils.getCanonicalKeyType(algorithm)))
                .findFirst();
    }

    private static Finding changed(String expected, Map<String, String> seen) {
        String shown = seen.entrySet().stream()
                .map(key -> key.getValue() + " (" + key.getKey() + ")")
                .collect(Collectors.joining(", "));
        return Finding.down(
                seen.isEmpty()
                        ? "server has no host key of a known type"
                        : "host key is " + shown + ", not " + expected);
    }
}
