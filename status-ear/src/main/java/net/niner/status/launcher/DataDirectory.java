package net.niner.status.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything that lasts, and the server's working files. One process at a time holds it. The directory belongs to its owner
 * alone, and so does what is in it, the database and the log among it: one that others may enter is closed to them, where the
 * file system knows of permissions and the directory is ours.
 */
public final class DataDirectory {
    private static final int SECRET_BYTES = 32;

    private final Path path;
    private final FileChannel lockFile;
    private boolean keyLost;

    private DataDirectory(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /** Makes the directory if it is missing and takes it for this process, until the process ends or lets go. */
    static DataDirectory take(Path path) {
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path, ownerOnly("rwx------"));
            }
            closeToOthers(path);
            FileChannel lockFile =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(lockFile)) {
                lockFile.close();
                throw new Refusal("refused.data.in-use", path);
            }
            return new DataDirectory(path, lockFile);
        } catch (IOException e) {
            throw new Refusal("refused.data.unwritable", path, reason(e));
        }
    }

    private static void closeToOthers(Path path) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view == null || !view.getOwner().getName().equals(System.getProperty("user.name"))) {
            return;
        }
        Set<PosixFilePermission> permissions = view.readAttributes().permissions();
        if (permissions.retainAll(PosixFilePermissions.fromString("rwx------"))) {
            view.setPermissions(permissions);
        }
    }

    private static boolean locked(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** The operating system gives the directory back when the process ends, however it ends; this is for tests. */
    void letGo() throws IOException {
        lockFile.close();
    }

    /** Makes what a first start lacks, and a directory for the server that remembers nothing of an earlier run. */
    void prepare() {
        try {
            keyLost = Files.exists(path.resolve("status.mv.db")) && Files.notExists(key());
            makeKey();
            Files.createDirectories(log().getParent());
            deleteTree(server());
            Files.createDirectories(server());
        } catch (IOException e) {
            throw new Refusal("refused.data.unwritable", path, reason(e));
        }
    }

    /** The database was there already, and its key was not. */
    void warnOfLostKey() {
        if (keyLost) {
            Console.complain(Text.of("warning.key", key()));
        }
    }

    private Path key() {
        return path.resolve("secret.key");
    }

    /** The operator's token in a data directory, made by the application: whoever can read the file may steer the site. */
    public static Path token(Path data) {
        return data.resolve("operator.token");
    }

    /** The link of the first owner, which the application keeps there until it has one. */
    Optional<String> ownerSetup() {
        return link("owner-setup.link");
    }

    /** The link of somebody who lost every way in. */
    Optional<String> ownerReset() {
        return link("owner-reset.link");
    }

    private Optional<String> link(String file) {
        try {
            return Optional.of(Files.readString(path.resolve(file)).strip());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new Refusal("refused.data.unwritable", path, reason(e));
        }
    }

    Path log() {
        return path.resolve("logs").resolve("status.log");
    }

    Path server() {
        return path.resolve("server");
    }

    private void makeKey() throws IOException {
        if (Files.exists(key())) {
            return;
        }
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        String text = Base64.getEncoder().encodeToString(bytes) + "\n";
        Path draft = Files.createTempFile(path, "new", ".tmp", ownerOnly("rw-------"));
        Files.writeString(draft, text, StandardCharsets.US_ASCII);
        Files.move(draft, key(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(root)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replaceAll("Exception$", "") + " " + e.getMessage();
    }
}
