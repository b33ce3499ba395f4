package net.niner.status.platform;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/** Small files that only their owner may read, from the moment they exist. */
public final class PrivateFile {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int WORD_BYTES = 32;

    private PrivateFile() {}

    /** The file's text without space around it; made with {@code content} if there is no such file. Of two that make it at once, one wins. */
    public static String readOrCreate(Path file, Supplier<String> content) throws IOException {
        if (Files.notExists(file)) {
            create(file, content.get());
        }
        return Files.readString(file).strip();
    }

    /** Writes the file anew; whoever reads it sees the old text or the new one. */
    public static void replace(Path file, String content) throws IOException {
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "draft", ".tmp", ownerOnly());
        Files.writeString(draft, content + "\n");
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** 32 random bytes as a word of Base64 that fits into an address or a header. */
    public static String randomWord() {
        byte[] bytes = new byte[WORD_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Linked into place when it is complete: whoever sees the file sees all of it. */
    private static void create(Path file, String content) throws IOException {
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "draft", ".tmp", ownerOnly());
        try {
            Files.writeString(draft, content + "\n");
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            return;
        } finally {
            Files.delete(draft);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
