package net.niner.status.probe;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What an import changed, or, as a dry run, would change.
 *
 * @param changes none if the file says what is so already
 */
public record ImportReport(boolean dryRun, List<Change> changes) {

    public ImportReport {
        changes = List.copyOf(changes);
    }

    /** The same for the same changes: who has seen a dry run can have applied just that. */
    public String digest() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(changes.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /** What happens to a server or check. */
    public enum Action {
        ADD,
        CHANGE,
        REMOVE
    }

    /**
     * @param subject as in {@code server NC036}, {@code check NC036 web}
     * @param detail what is different, as in {@code role: WEB_SERVER -> MAIL_SERVER}; never a secret
     * @param differences the same, field by field; none for what is added or removed
     */
    public record Change(Action action, String subject, String detail, List<Difference> differences) {

        public Change {
            differences = List.copyOf(differences);
        }

        Change(Action action, String subject, String detail) {
            this(action, subject, detail, List.of());
        }
    }

    /** A field as it is and as it shall be; of a secret only that it changes. */
    public record Difference(String field, String before, String after) {}
}
