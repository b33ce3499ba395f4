package net.niner.status.probe;

import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import net.niner.status.probe.ProbeSpec.Security;

/**
 * Greeting, STLS (RFC 2595), and USER and PASS (RFC 1939); reads no mail. The latency is the time until the greeting, the handshake of
 * implicit TLS included.
 */
final class Pop3Probe implements Probe<ProbeSpec.Pop3> {

    @Override
    public Finding probe(ProbeSpec.Pop3 spec, Attempt attempt) throws ProbeException {
        try (Dialogue dialogue = Dialogue.open(attempt, spec.host(), spec.port(), spec.security())) {
            String greeting = ok(dialogue.read(), "not welcome", dialogue);
            Duration latency = dialogue.elapsed();
            if (spec.security() == Security.STARTTLS) {
                protect(dialogue);
            }
            if (spec.user() != null) {
                dialogue.conceal(spec.password().reveal());
                ok(dialogue.ask("USER " + spec.user()), "sign-in refused", dialogue);
                ok(dialogue.ask("PASS " + spec.password().reveal()), "sign-in refused", dialogue);
            }
            dialogue.leave("QUIT");
            return Finding.up(latency, spec.user() == null ? greeting : "signed in; " + greeting);
        }
    }

    private static void protect(Dialogue dialogue) throws ProbeException {
        if (!capabilities(dialogue).contains("STLS")) {
            throw ProbeException.down("STARTTLS is not offered (STLS)", null);
        }
        ok(dialogue.ask("STLS"), "STARTTLS refused", dialogue);
        dialogue.startTls();
    }

    /** None where CAPA (RFC 2449) is not known. */
    private static Set<String> capabilities(Dialogue dialogue) throws ProbeException {
        Set<String> offered = new HashSet<>();
        if (dialogue.ask("CAPA").startsWith("+OK")) {
            for (String line = dialogue.read(); !line.equals("."); line = dialogue.read()) {
                offered.add(line.toUpperCase(Locale.ROOT));
            }
        }
        return offered;
    }

    private static String ok(String line, String otherwise, Dialogue dialogue) throws ProbeException {
        if (!line.startsWith("+OK")) {
            throw dialogue.refused(line.startsWith("-ERR") ? otherwise : "answer is not POP3", line);
        }
        return line;
    }
}
