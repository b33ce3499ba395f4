package net.niner.status.notice;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import net.niner.status.platform.PrivateFile;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which installation this is: a copy of the data directory on another machine, or in another place on the same one, is another. */
@ApplicationScoped
public class Installation {

    static final String FILE = "installation.id";

    private static final Path MACHINE = Path.of("/etc/machine-id");

    @Inject
    @ConfigProperty(name = "status.data")
    private Path data;

    private String identity;

    @PostConstruct
    void find() {
        try {
            Path directory = data.toRealPath();
            String machine =
                    Files.isReadable(MACHINE) ? Files.readString(MACHINE).strip() : "";
            identity = identity(
                    PrivateFile.readOrCreate(directory.resolve(FILE), PrivateFile::randomWord),
                    directory.toString(),
                    machine);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String identity() {
        return identity;
    }

    static String identity(String id, String directory, String machine) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", id, directory, machine).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
