package net.niner.status.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Accepts on a free port of 127.0.0.1 and treats each connection as told, on a thread of its own. */
final class LoopbackServer implements AutoCloseable {

    /** What becomes of a connection; an I/O error ends it. */
    @FunctionalInterface
    interface Manners {
        void serve(Socket socket) throws IOException, InterruptedException;
    }

    private final ServerSocket listener;
    private final Manners manners;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    LoopbackServer(Manners manners) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), manners);
    }

    LoopbackServer(ServerSocket listener, Manners manners) {
        this.listener = listener;
        this.manners = manners;
        start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.forEach(Thread::interrupt);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    /** The client may go at any time, and its going is no fault of the server's. */
    private void serve(Socket socket) {
        try (socket) {
            manners.serve(socket);
        } catch (IOException e) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void start(Runnable work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } finally {
                threads.remove(Thread.currentThread());
            }
        });
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }
}
