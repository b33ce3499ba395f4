package net.niner.status.notice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A relay that does what the recipient's address tells it to: {@code rcpt-550.x@} answers 550 to the recipient, {@code data-451.x@} to DATA,
 * {@code end-451.x@} after the content; {@code deny.x@} is refused as
 * if the site had no right to use it; {@code cut-rcpt.x@} ends the connection instead of an answer to the recipient, {@code cut-end.x@} ends the connection after it, before the answer. Whatever else is accepted.
 */
final class ScriptedRelayITs implements AutoCloseable {

    /** A message that it took. */
    record Taken(String envelopeFrom, String to, String content) {

        String header(String name) {
            String unfolded = content.substring(0, content.indexOf("\n\n")).replaceAll("\n[ \t]+", " ");
            Matcher header = Pattern.compile("(?im)^" + name + ": (.*)$").matcher(unfolded);
            return header.find() ? header.group(1) : null;
        }
    }

    final List<Taken> taken = new CopyOnWriteArrayList<>();

    /** All that it saw, taken or not. */
    final List<Taken> seen = new CopyOnWriteArrayList<>();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ServerSocket server;

    ScriptedRelayITs() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> talk(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            OutputStream out = socket.getOutputStream();
            say(out, "220 relay.example");
            String from = "";
            String to = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("MAIL FROM:")) {
                    from = line.substring(11, line.indexOf('>'));
                    say(out, "250 ok");
                } else if (line.startsWith("RCPT TO:")) {
                    to = line.substring(9, line.indexOf('>'));
                    if (to.startsWith("cut-rcpt")) {
                        return;
                    }
                    if (to.startsWith("deny")) {
                        say(out, "554 5.7.1 <" + to + ">: Relay access denied");
                        continue;
                    }
                    say(out, script(to, "rcpt", "250") + " <" + to + "> said so");
                } else if (line.equals("DATA")) {
                    String answer = script(to, "data", "354");
                    say(out, answer + " go on");
                    if (answer.equals("354") && !content(in, out, from, to)) {
                        return;
                    }
                } else if (line.equals("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else {
                    say(out, "250 ok");
                }
            }
        } catch (IOException gone) {
            // the other side has ended it
        }
    }

    private boolean content(BufferedReader in, OutputStream out, String from, String to) throws IOException {
        StringBuilder content = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            content.append(line.startsWith(".") ? line.substring(1) : line).append('\n');
        }
        Taken message = new Taken(from, to, content.toString());
        seen.add(message);
        if (to.startsWith("cut-end")) {
            return false;
        }
        String answer = script(to, "end", "250");
        if (answer.equals("250")) {
            taken.add(message);
        }
        say(out, answer + " <" + to + "> said so");
        return true;
    }

    private static String script(String to, String step, String otherwise) {
        return to.startsWith(step + "-") ? to.substring(step.length() + 1, step.length() + 4) : otherwise;
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
