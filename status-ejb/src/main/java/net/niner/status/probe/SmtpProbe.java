package net.niner.status.probe;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import net.niner.status.probe.ProbeSpec.Security;

/**
 * Greeting, EHLO, STARTTLS (RFC 3207), and AUTH PLAIN or LOGIN (RFC 4954); sends no mail. The latency is the time until the greeting, the
 * handshake of implicit TLS included.
 */
final class SmtpProbe implements Probe<ProbeSpec.Smtp> {

    private static final Pattern REPLY = Pattern.compile("[2-5][0-9]{2}([ -].*)?");

    @Override
    public Finding probe(ProbeSpec.Smtp spec, Attempt attempt) throws ProbeException {
        try (Dialogue dialogue = Dialogue.open(attempt, spec.host(), spec.port(), spec.security())) {
            String greeting = expect("220", reply(dialogue), "not welcome", dialogue);
            Duration latency = dialogue.elapsed();
            Map<String, List<String>> offered = hello(dialogue);
            if (spec.security() == Security.STARTTLS) {
                protect(dialogue, offered);
                offered = hello(dialogue);
            }
            if (spec.user() != null) {
                signIn(dialogue, offered.getOrDefault("AUTH", List.of()), spec.user(), spec.password());
            }
            dialogue.leave("QUIT");
            return Finding.up(latency, spec.user() == null ? greeting : "signed in; " + greeting);
        }
    }

    /** The extensions offered, with their parameters, in capitals. */
    private static Map<String, List<String>> hello(Dialogue dialogue) throws ProbeException {
        Map<String, List<String>> offered = new HashMap<>();
        dialogue.send("EHLO " + literal(dialogue.here()));
        String line = line(dialogue);
        while (line.startsWith("250-")) {
            line = line(dialogue);
            List<String> words =
                    Arrays.asList(text(line).toUpperCase(Locale.ROOT).split(" +"));
            offered.put(words.get(0), words.subList(1, words.size()));
        }
        expect("250", line, "EHLO refused", dialogue);
        return offered;
    }

    private static void protect(Dialogue dialogue, Map<String, List<String>> offered) throws ProbeException {
        if (!offered.containsKey("STARTTLS")) {
            throw ProbeException.down("STARTTLS is not offered", null);
        }
        dialogue.send("STARTTLS");
        expect("220", reply(dialogue), "STARTTLS refused", dialogue);
        dialogue.startTls();
    }

    private static void signIn(Dialogue dialogue, List<String> mechanisms, String user, Secret password)
            throws ProbeException {
        String plain = Dialogue.plain(user, password);
        String encoded = Dialogue.base64(password.reveal());
        dialogue.conceal(password.reveal(), plain, encoded);
        if (mechanisms.contains("PLAIN")) {
            dialogue.send("AUTH PLAIN " + plain);
        } else if (mechanisms.contains("LOGIN")) {
            dialogue.send("AUTH LOGIN");
            expect("334", reply(dialogue), "sign-in refused", dialogue);
            dialogue.send(Dialogue.base64(user));
            expect("334", reply(dialogue), "sign-in refused", dialogue);
            dialogue.send(encoded);
        } else {
            throw ProbeException.down("no sign-in by password is offered (AUTH PLAIN or LOGIN)", null);
        }
        expect("235", reply(dialogue), "sign-in refused", dialogue);
    }

    /** The last line of a reply; all of its lines carry the same code (RFC 5321, 4.2.1). */
    private static String reply(Dialogue dialogue) throws ProbeException {
        String line = line(dialogue);
        while (line.startsWith("-", 3)) {
            line = line(dialogue);
        }
        return line;
    }

    private static String line(Dialogue dialogue) throws ProbeException {
        String line = dialogue.read();
        if (!REPLY.matcher(line).matches()) {
            throw dialogue.refused("answer is not SMTP", line);
        }
        return line;
    }

    private static String expect(String code, String reply, String otherwise, Dialogue dialogue) throws ProbeException {
        if (!reply.startsWith(code)) {
            throw dialogue.refused(otherwise, reply);
        }
        return reply;
    }

    private static String text(String line) {
        return line.length() > 4 ? line.substring(4) : "";
    }

    /** Who has no name of his own in the DNS says his address (RFC 5321, 4.1.3). */
    private static String literal(InetAddress address) {
        String text = address.getHostAddress().replaceFirst("%.*", "");
        return address instanceof Inet6Address ? "[IPv6:" + text + "]" : "[" + text + "]";
    }
}
