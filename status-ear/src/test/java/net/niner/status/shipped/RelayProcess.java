package net.niner.status.shipped;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/**
 * A relay in a process of its own, which writes down each message before it answers for it, so that what it took is known whoever dies. A recipient's
 * address says at which step it falls silent: {@code silent-rcpt@}, {@code silent-data@}, {@code silent-content@}, {@code silent-end@};
 * {@code kill@} is answered when a file named {@code victim} says which process to kill, and at that moment that process is killed. It falls silent only
 * while there is a file named {@code silence}.
 */
public final class RelayProcess {

    private final Path directory;

    private RelayProcess(Path directory) {
        this.directory = directory;
    }

    /** @param arguments the directory of its files; the port is written into the one named {@code port} */
    public static void main(String... arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        RelayProcess relay = new RelayProcess(directory);
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Path draft = Files.writeString(directory.resolve("port.tmp"), Integer.toString(server.getLocalPort()));
            Files.move(draft, directory.resolve("port"));
            while (true) {
                Socket socket = server.accept();
                Thread talk = new Thread(() -> relay.talk(socket));
                talk.setDaemon(true);
                talk.start();
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
                    to = line.substring(9, line.indexOf('>'));
                    silentAt("rcpt", to);
                } else if (line.equals("DATA")) {
                    silentAt("data", to);
                    say(out, "354 go on");
                    silentAt("content", to);
                    content(in, to);
                    silentAt("end", to);
                    if (to.startsWith("kill@") && isSilent()) {
                        note("reached " + to);
                        answerAndKill(out);
                    }
                }
                say(out, "250 ok");
            }
        } catch (IOException gone) {
            // the other side was killed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void content(BufferedReader in, String to) throws IOException {
        String id = "";
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            if (line.startsWith("Message-ID: ")) {
                id = line.substring(12);
            }
            line = in.readLine();
        }
        if (line == null) {
            throw new IOException("cut off");
        }
        note("took " + to + " " + id);
    }

    private void silentAt(String step, String to) throws IOException, InterruptedException {
        if (to.startsWith("silent-" + step) && isSilent()) {
            note("reached " + to);
            TimeUnit.DAYS.sleep(1);
        }
    }

    private void answerAndKill(OutputStream out) throws IOException, InterruptedException {
        Path victim = directory.resolve("victim");
        while (Files.notExists(victim)) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        ProcessHandle process =
                ProcessHandle.of(Long.parseLong(Files.readString(victim))).orElseThrow();
        say(out, "250 ok");
        process.destroyForcibly();
    }

    private boolean isSilent() {
        return Files.exists(directory.resolve("silence"));
    }

    private synchronized void note(String line) throws IOException {
        Files.writeString(
                directory.resolve("log"),
                line + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                StandardOpenOption.SYNC);
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
