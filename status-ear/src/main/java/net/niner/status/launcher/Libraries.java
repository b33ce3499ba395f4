package net.niner.status.launcher;

import fish.payara.micro.boot.PayaraMicroBoot;
import fish.payara.micro.boot.PayaraMicroLauncher;
import fish.payara.micro.boot.loader.ExplodedURLClassloader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The server's libraries, as files. Left to itself the server reads them from within the one jar, by code of its own that
 * takes a multiple of the time that Java takes for a file; and it looks through all of them, more than 300, many times a start.
 */
final class Libraries {
    private static final String SERVER = "fish.payara.micro.impl.PayaraMicroImpl";

    private Libraries() {}

    /** Copies them there, and has the server and this thread load their classes from there. */
    static void unpack(Path directory) throws IOException {
        Files.createDirectories(directory);
        ClassLoader libraries = new ExplodedURLClassloader(directory.toFile());
        Thread.currentThread().setContextClassLoader(libraries);
        try {
            // where the server finds the configuration that it begins with
            System.setProperty(
                    "fish.payara.micro.BootJar",
                    Libraries.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI()
                            .toString());
            PayaraMicroLauncher.registerLaunchedInstance((PayaraMicroBoot)
                    libraries.loadClass(SERVER).getMethod("getInstance").invoke(null));
        } catch (ReflectiveOperationException | URISyntaxException e) {
            throw new IllegalStateException("the jar does not hold the server", e);
        }
    }
}
