package net.niner.status.shipped;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A relay on this machine that takes everything and keeps it; of mail to {@link #VANISHES} it says nothing, and hangs up once it has it. */
final class MailSink implements AutoCloseable {

    static final String VANISHES = "vanishes@client.example";

    private final ServerSocket server;
    private final List<String> mails = new CopyOnWriteArrayList<>();

    MailSink() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** What came for that address, each with its headers. */
    List<String> to(String address) {
        return mails.stream()
                .filter(mail -> mail.contains("\nTo: " + address + "\n"))
                .toList();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "mail sink");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            say(socket, "220 sink");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.split("[ :]", 2)[0].toUpperCase();
                if (verb.equals("DATA")) {
                    say(socket, "354 go on");
                    String mail = content(in);
                    mails.add(mail);
                    if (mail.contains(VANISHES)) {
                        return;
                    }
                    say(socket, "250 2.0.0 taken as number " + mails.size());
                } else {
                    say(socket, verb.equals("QUIT") ? "221 bye" : "250 fine");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder("\n");
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append('\n');
        }
        return mail.toString();
    }

    private static void say(Socket socket, String line) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
