package net.niner.status.web.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The style sheets, the scripts and the flags: read once, and addressed by their content ({@code /assets/HASH/site.css}), so that a
 * browser may keep them for good. Flags are those of flag-icons, 4 to 3, which the build lays beside them, by ISO 3166-1 alpha-2 code.
 */
@Named
@ApplicationScoped
public class Assets {

    static final String ROOT = "/assets/";

    private static final String NO_FLAG = "flags/xx.svg";
    private static final Pattern FLAG = Pattern.compile("flags/[a-z]{2}\\.svg");
    private static final Pattern NAME = Pattern.compile("[a-z-]+\\.(css|js|svg)");
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "svg", "image/svg+xml");

    private final Map<String, Content> known = new ConcurrentHashMap<>();

    /** @throws IllegalArgumentException if there is no such asset */
    public String address(String name) {
        Content content = find(name).orElseThrow(() -> new IllegalArgumentException("no asset " + name));
        return ROOT + content.hash() + "/" + name;
    }

    /** @param country as in {@code NL}; one without a flag gets an empty one */
    public String flag(String country) {
        String name = "flags/" + country.toLowerCase(Locale.ROOT) + ".svg";
        return address(find(name).isPresent() ? name : NO_FLAG);
    }

    Optional<Content> find(String name) {
        Content content = known.get(name);
        if (content == null) {
            content = load(name);
            if (content != null) {
                known.put(name, content);
            }
        }
        return Optional.ofNullable(content);
    }

    private static Content load(String name) {
        Matcher named = NAME.matcher(name);
        String type =
                FLAG.matcher(name).matches() ? TYPES.get("svg") : named.matches() ? TYPES.get(named.group(1)) : null;
        return type == null ? null : read("/net/niner/status/web/assets/" + name, type);
    }

    private static Content read(String resource, String type) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            return in == null ? null : new Content(type, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource + " of the application", e);
        }
    }
}
