package net.niner.status.shipped;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code java -jar status.jar}, with nothing of ours in its environment. */
final class Jar {
    private static final String PATH = System.getProperty("status.jar", "target/status.jar");
    private static final int MINUTES = 5;

    /** What a command that ended left behind. */
    record Outcome(int exitCode, String out, String err) {}

    private Jar() {}

    /** Runs to the end: commands, and starts that are refused. */
    static Outcome run(String... arguments) {
        try {
            Path out = Files.createTempFile("status", ".out");
            Path err = Files.createTempFile("status", ".err");
            Process process = start(out.toFile(), err.toFile(), arguments);
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError("status.jar " + String.join(" ", arguments) + " does not end");
            }
            Outcome outcome = new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return outcome;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param err may be the same file as the other: its lines then stand in the order in which they were written */
    static Process start(File out, File err, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-jar");
        command.add(Path.of(PATH).toAbsolutePath().toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(Redirect.appendTo(out));
        builder.redirectError(Redirect.appendTo(err));
        builder.environment().keySet().removeIf(name -> name.startsWith("STATUS_"));
        return builder.start();
    }
}
