package net.niner.status.bench;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A relay on this machine that takes every mail, and forgets all but its Message-ID and when the first and the last of them came. */
final class Sink implements AutoCloseable {

    private static final int WAITING = 50;
    private static final String MESSAGE_ID = "Message-ID: ";

    final Set<String> messages = ConcurrentHashMap.newKeySet();
    final AtomicLong taken = new AtomicLong();
    volatile long firstNanos;
    volatile long lastNanos;
    private final ServerSocket server;

    Sink() throws IOException {
        server = new ServerSocket(0, WAITING, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    double aSecond() {
        return (taken.get() - 1) / ((lastNanos - firstNanos) / 1e9);
    }

    private void accept() {
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
                BufferedReader in = new BufferedReader(new InputStreamReader(
                        new BufferedInputStream(socket.getInputStream()), StandardCharsets.ISO_8859_1))) {
            OutputStream out = socket.getOutputStream();
            say(out, "220 sink");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals("DATA")) {
                    say(out, "354 go on");
                    take(in);
                }
                say(out, "250 ok");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(BufferedReader in) throws IOException {
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            if (line.startsWith(MESSAGE_ID)) {
                messages.add(line);
            }
        }
        lastNanos = System.nanoTime();
        if (taken.getAndIncrement() == 0) {
            firstNanos = lastNanos;
        }
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
