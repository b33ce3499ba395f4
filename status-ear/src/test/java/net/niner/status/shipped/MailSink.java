package net.niner.status.shipped;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A relay on this machine that takes every mail, and shows it; of mail to {@link #VANISHES} it says nothing, and hangs up once it has it. */
final class MailSink implements AutoCloseable {

    static final String VANISHES = "vanishes@client.example";

    private static final int HEX = 16;

    private final ServerSocket server;
    private final List<Mail> mails = new CopyOnWriteArrayList<>();

    /**
     * A mail.
     *
     * @param source as it came, header and body
     */
    record Mail(String to, String source) {

        /** Of the whole mail, with the lines of folded headers and of quoted-printable put together. */
        String text() {
            return decoded(source.replace("=\r\n", "").replaceAll("\r\n[ \t]+", " "));
        }

        String header(String name) {
            Matcher matcher = Pattern.compile("(?im)^" + name + ": (.*)$").matcher(text());
            return matcher.find() ? matcher.group(1).strip() : "";
        }

        /** The path of the first link below that one: {@code /subscribe/confirm/}. */
        String link(String below) {
            Matcher matcher = Pattern.compile("https?://[^/\\s]+(" + Pattern.quote(below) + "[A-Za-z0-9_-]+)")
                    .matcher(text());
            if (!matcher.find()) {
                throw new AssertionError("no link below " + below + " in " + text());
            }
            return matcher.group(1);
        }

        private static String decoded(String text) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (int i = 0; i < text.length(); i++) {
                boolean quoted = text.charAt(i) == '='
                        && i + 2 < text.length()
                        && text.substring(i + 1, i + 3).matches("[0-9A-F]{2}");
                bytes.write(quoted ? Integer.parseInt(text.substring(i + 1, i + 3), HEX) : text.charAt(i));
                i += quoted ? 2 : 0;
            }
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }

    private MailSink(ServerSocket server) {
        this.server = server;
    }

    static MailSink open() throws IOException {
        MailSink sink = new MailSink(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        daemon(sink::serve);
        return sink;
    }

    int port() {
        return server.getLocalPort();
    }

    /** Oldest first. */
    List<Mail> to(String address) {
        return mails.stream().filter(mail -> mail.to().equals(address)).toList();
    }

    Optional<Mail> latest(String address, String subject) {
        return to(address).stream()
                .filter(mail -> mail.header("Subject").contains(subject))
                .reduce((first, last) -> last);
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                daemon(() -> talk(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
            OutputStream out = socket.getOutputStream();
            say(out, "220 relay.example");
            String to = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("RCPT TO:<")) {
                    to = line.substring("RCPT TO:<".length(), line.indexOf('>'));
                    say(out, "250 ok");
                } else if (line.equals("DATA")) {
                    say(out, "354 go on");
                    mails.add(new Mail(to, content(in)));
                    if (to.equals(VANISHES)) {
                        return;
                    }
                    say(out, "250 2.0.0 taken as number " + mails.size());
                } else {
                    say(out, "250 ok");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(BufferedReader in) throws IOException {
        StringBuilder content = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            content.append(line).append("\r\n");
        }
        return content.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
