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
import net.niner.status.platform.SiteUrl;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which installation this is: a copy of the data directory on another machine, in another place on the same one, or for another address is another.
 * Containers often have no machine of their own, and the same paths: a copied file is told from the first one by its number in the file system.
 */
@ApplicationScoped
public class Installation {

    static final String FILE = "installation.id";

    private static final Path MACHINE = Path.of("/etc/machine-id");

    @Inject
    @ConfigProperty(name = "status.data")
    private Path data;

    @Inject
    private SiteUrl site;

    private String identity;

    @PostConstruct
    void find() {
        try {
            Path directory = data.toRealPath();
            String machine =
                    Files.isReadable(MACHINE) ? Files.readString(MACHINE).strip() : "";
            Path file = directory.resolve(FILE);
            String id = PrivateFile.readOrCreate(file, PrivateFile::randomWord);
            identity = identity(id, directory.toString(), machine, site.get().orElse(""), number(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String identity() {
        return identity;
    }

    /** Not with that of its device, which may be another after each start; empty where files have none. */
    private static String number(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? Files.getAttribute(file, "unix:ino").toString()
                : "";
    }

    static String identity(String id, String directory, String machine, String address, String number) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", id, directory, machine, address, number)
                            .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
