package net.niner.status.probe;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import net.niner.status.probe.ProbeSpec.Security;

/**
 * Greeting, CAPABILITY, STARTTLS, and LOGIN or AUTHENTICATE PLAIN (RFC 9051); opens no mailbox. The latency is the time until the greeting,
 * the handshake of implicit TLS included.
 */
final class ImapProbe implements Probe<ProbeSpec.Imap> {

    /** One at a time, so that one tag does. */
    private static final String TAG = "a ";

    private static final String OFFERED = "* CAPABILITY ";

    @Override
    public Finding probe(ProbeSpec.Imap spec, Attempt attempt) throws ProbeException {
        try (Dialogue dialogue = Dialogue.open(attempt, spec.host(), spec.port(), spec.security())) {
            String greeting = greeting(dialogue);
            Duration latency = dialogue.elapsed();
            Set<String> offered = capabilities(dialogue);
            if (spec.security() == Security.STARTTLS) {
                protect(dialogue, offered);
                offered = capabilities(dialogue);
            }
            if (spec.user() != null) {
                signIn(dialogue, offered, spec.user(), spec.password());
            }
            dialogue.leave(TAG + "LOGOUT");
            return Finding.up(latency, spec.user() == null ? greeting : "signed in; " + greeting);
        }
    }

    private static String greeting(Dialogue dialogue) throws ProbeException {
        String line = dialogue.read();
        if (line.startsWith("* BYE")) {
            throw dialogue.refused("not welcome", line.substring(2));
        }
        if (!line.startsWith("* OK") && !line.startsWith("* PREAUTH")) {
            throw dialogue.refused("answer is not IMAP", line);
        }
        return line.substring(2);
    }

    private static Set<String> capabilities(Dialogue dialogue) throws ProbeException {
        Set<String> offered = new HashSet<>();
        dialogue.send(TAG + "CAPABILITY");
        String line = dialogue.read();
        for (; line.startsWith("* "); line = dialogue.read()) {
            if (line.toUpperCase(Locale.ROOT).startsWith(OFFERED)) {
                offered.addAll(Arrays.asList(line.substring(OFFERED.length())
                        .toUpperCase(Locale.ROOT)
                        .split(" ")));
            }
        }
        ok(line, "CAPABILITY refused", dialogue);
        return offered;
    }

    private static void protect(Dialogue dialogue, Set<String> offered) throws ProbeException {
        if (!offered.contains("STARTTLS")) {
            throw ProbeException.down("STARTTLS is not offered", null);
        }
        dialogue.send(TAG + "STARTTLS");
        ok(completion(dialogue), "STARTTLS refused", dialogue);
        dialogue.startTls();
    }

    /** A quoted string holds ASCII only, so that other passwords need AUTHENTICATE (RFC 9051, 4.3). */
    private static void signIn(Dialogue dialogue, Set<String> offered, String user, Secret password)
            throws ProbeException {
        String plain = Dialogue.plain(user, password);
        String quoted = quoted(password.reveal());
        dialogue.conceal(quoted, password.reveal(), plain);
        boolean login = !offered.contains("LOGINDISABLED")
                && StandardCharsets.US_ASCII.newEncoder().canEncode(user + quoted);
        if (login) {
            dialogue.send(TAG + "LOGIN " + quoted(user) + " " + quoted);
        } else if (offered.contains("AUTH=PLAIN")) {
            dialogue.send(TAG + "AUTHENTICATE PLAIN");
            String line = completion(dialogue);
            if (!line.startsWith("+")) {
                throw dialogue.refused("sign-in refused", said(line));
            }
            dialogue.send(plain);
        } else {
            throw ProbeException.down("no sign-in by password is offered (LOGIN or AUTH=PLAIN)", null);
        }
        ok(completion(dialogue), "sign-in refused", dialogue);
    }

    /** The line that completes or continues a command. */
    private static String completion(Dialogue dialogue) throws ProbeException {
        String line = dialogue.read();
        while (line.startsWith("* ")) {
            line = dialogue.read();
        }
        return line;
    }

    private static void ok(String line, String otherwise, Dialogue dialogue) throws ProbeException {
        if (!line.toUpperCase(Locale.ROOT).startsWith(TAG.toUpperCase(Locale.ROOT) + "OK")) {
            throw dialogue.refused(otherwise, said(line));
        }
    }

    private static String said(String line) {
        return line.startsWith(TAG) ? line.substring(TAG.length()) : line;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
