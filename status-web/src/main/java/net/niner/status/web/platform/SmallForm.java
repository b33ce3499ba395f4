package net.niner.status.web.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What somebody who is not known sent with a form: read once, and only if it is small. */
public final class SmallForm {

    /** In bytes: an address, and hundreds of servers. */
    public static final int LONGEST = 16 * 1024;

    private final String body;
    private final Map<String, List<String>> fields = new HashMap<>();

    private SmallForm(String body) {
        this.body = body;
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.computeIfAbsent(decoded(pair.substring(0, equals)), name -> new ArrayList<>())
                        .add(decoded(pair.substring(equals + 1)));
            }
        }
    }

    /** Empty for one that is too long. */
    public static Optional<SmallForm> in(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LONGEST) {
            return Optional.empty();
        }
        byte[] bytes = request.getInputStream().readNBytes(LONGEST + 1);
        return bytes.length > LONGEST
                ? Optional.empty()
                : Optional.of(new SmallForm(new String(bytes, StandardCharsets.UTF_8)));
    }

    /** The first value of that name, empty for none. */
    public String value(String name) {
        return fields.getOrDefault(name, List.of("")).get(0);
    }

    public Set<String> values(String name) {
        return new LinkedHashSet<>(fields.getOrDefault(name, List.of()));
    }

    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /** As it was sent, in whatever form. */
    public String body() {
        return body;
    }

    private static String decoded(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return encoded;
        }
    }
}
