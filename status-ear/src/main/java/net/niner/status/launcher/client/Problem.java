package net.niner.status.launcher.client;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import net.niner.status.launcher.Refusal;

/** The site said no, as problem+json (RFC 9457); its detail is the sentence to show. */
final class Problem extends Refusal {
    private static final long serialVersionUID = 1L;

    private final transient JsonArray errors;

    Problem(JsonObject json) {
        super("refused.by-site", json.getString("detail", json.getString("title", "")));
        errors = json.getArray("errors", new JsonArray());
    }

    /** The errors in a file that was sent, in the form that editors and compilers agree on; none for other problems. */
    List<String> errorsIn(String file) {
        return errors.stream()
                .map(JsonObject.class::cast)
                .map(error -> file + ":" + error.getInt("line") + ": " + subject(error) + error.getString("message"))
                .toList();
    }

    /** The errors in files of a directory, each as in {@link #errorsIn}; none for other problems. */
    List<String> errorsBelow(Path directory) {
        return errors.stream()
                .map(JsonObject.class::cast)
                .map(error -> directory.resolve(error.getString("file", "")) + ":" + error.getInt("line") + ": "
                        + subject(error) + error.getString("message"))
                .toList();
    }

    /** A file that cannot be read at all has no field at fault. */
    private static String subject(JsonObject error) {
        String field = error.getString("field", "");
        return field.isEmpty() ? "" : field + ": ";
    }
}
