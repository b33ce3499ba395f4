package net.niner.status.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What is probed: one port that answers at once, and one that accepts and says nothing. A process of its own, so that its work is not counted. */
final class Target {

    private static final int THREADS = 16;
    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nConnection: close\r\n\r\nok\n".getBytes(StandardCharsets.US_ASCII);

    private Target() {}

    public static void main(String[] ports) throws IOException {
        ServerSocket answering = listen(Integer.parseInt(ports[0]));
        for (int i = 0; i < THREADS; i++) {
            new Thread(() -> answer(answering)).start();
        }
        List<Socket> silent = new ArrayList<>();
        ServerSocket hanging = listen(Integer.parseInt(ports[1]));
        while (true) {
            silent.add(hanging.accept());
            if (silent.size() > 2_000) {
                silent.remove(0).close();
            }
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 4096, InetAddress.getLoopbackAddress());
    }

    private static void answer(ServerSocket server) {
        byte[] request = new byte[4096];
        while (true) {
            try (Socket socket = server.accept()) {
                InputStream in = socket.getInputStream();
                if (in.read(request) > 0) {
                    socket.getOutputStream().write(ANSWER);
                }
            } catch (IOException e) {
                Thread.onSpinWait(); // that one gave up; on to the next
            }
        }
    }
}
