package net.niner.status.probe;

import java.io.Closeable;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.niner.status.probe.ProbeSpec.Security;

/**
 * The line-by-line conversation that SMTP, IMAP and POP3 have in common. By hand, because no mail library bounds the length of an answer:
 * here a line has at most {@value #LINE} bytes and a whole conversation at most {@value #LINES} lines.
 */
final class Dialogue implements Closeable {

    private static final int LINE = 8192;
    private static final int LINES = 200;
    private static final Pattern VERB = Pattern.compile(
            "(?:[a-z]\\d* )?(EHLO|STARTTLS|AUTH(?:ENTICATE)?|LOGIN|CAPABILITY|CAPA|STLS|USER|PASS)(?: |$)");

    private final Wire wire;
    private final String host;
    private final List<String> concealed = new ArrayList<>();
    private int lines;

    private Dialogue(Wire wire, String host) {
        this.wire = wire;
        this.host = host;
    }

    /** Connects, and protects the connection from the first byte if {@code security} says so. */
    static Dialogue open(Attempt attempt, String host, int port, Security security) throws ProbeException {
        Dialogue dialogue = new Dialogue(attempt.connect(host, port), host);
        if (security == Security.TLS) {
            dialogue.startTls();
        }
        return dialogue;
    }

    String ask(String command) throws ProbeException {
        send(command);
        return read();
    }

    /** Who watches is told the commands that are known to hold no secret, and of these the verb only. */
    void send(String command) throws ProbeException {
        Matcher verb = VERB.matcher(command);
        if (verb.lookingAt()) {
            wire.tellCommand(verb.group(1));
        }
        wire.writeLine(command);
    }

    String read() throws ProbeException {
        if (++lines > LINES) {
            throw ProbeException.down("server does not stop talking: more than " + LINES + " lines", null);
        }
        return wire.readLine(LINE);
    }

    /** Nothing that came before counts afterwards: ask for the capabilities again. */
    void startTls() throws ProbeException {
        wire.startTls(host);
    }

    /** Time since the connection attempt began. */
    Duration elapsed() {
        return wire.elapsed();
    }

    InetAddress here() {
        return wire.socket().getLocalAddress();
    }

    /** What must never be shown, even if the server repeats it: the password, as it is and as it goes over the wire. */
    void conceal(String... secrets) {
        for (String secret : secrets) {
            concealed.add(secret);
            concealed.add(new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        }
    }

    /** Down, in the server's own words. */
    ProbeException refused(String what, String answer) {
        String words = answer;
        for (String secret : concealed) {
            words = words.replace(secret, "…");
        }
        return ProbeException.down(what + ": “" + words + "”", null);
    }

    /** Says goodbye and does not wait for the answer: what was asked is known by now. */
    void leave(String farewell) {
        try {
            wire.writeLine(farewell);
        } catch (ProbeException e) {
            System.getLogger(Dialogue.class.getName()).log(System.Logger.Level.DEBUG, "no goodbye", e);
        }
    }

    @Override
    public void close() {
        wire.close();
    }

    /** The one message of SASL PLAIN (RFC 4616). */
    static String plain(String user, Secret password) {
        return base64("\0" + user + "\0" + password.reveal());
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
