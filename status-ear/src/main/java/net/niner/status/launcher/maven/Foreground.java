package net.niner.status.launcher.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Runs the site as a child of Maven, on Maven's own terminal, and ends Maven with the site's exit code. A signal to Maven
 * stops the site in good order before Maven is gone: whoever starts again right away finds port and data free. (The goal
 * {@code exec:exec} leaves the site running on SIGTERM, and prints a stack trace when it refuses to start.)
 */
public final class Foreground {
    private static final int STOP_SECONDS = 30;

    private Foreground() {}

    /** @param arguments the jar, then the working directory */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process site = new ProcessBuilder(java, "-jar", arguments[0])
                .directory(Path.of(arguments[1]).toFile())
                .inheritIO()
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(site)));
        System.exit(site.waitFor());
    }

    private static void stop(Process site) {
        site.destroy();
        try {
            if (!site.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                site.destroyForcibly();
            }
        } catch (InterruptedException e) {
            site.destroyForcibly();
        }
    }
}
