package net.niner.status.web.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which page is where. */
@ApplicationScoped
public class Addresses {

    private static final int LONGEST = 300;
    private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-z]+)>");

    @Inject
    @Any
    private Instance<PublicPages> features;

    private volatile List<Entry> entries;

    private record Entry(PublicPage page, List<String> groups) {

        static Entry of(PublicPage page) {
            List<String> groups = GROUP.matcher(page.pattern().pattern())
                    .results()
                    .map(group -> group.group(1))
                    .toList();
            return new Entry(page, groups);
        }

        Optional<Address> match(String path, String query) {
            Optional<String> asked = page.parameter() == null ? Optional.empty() : Query.value(query, page.parameter());
            if (page.parameter() != null && asked.isEmpty()) {
                return Optional.empty();
            }
            Matcher matcher = page.pattern().matcher(path);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            Map<String, String> parts = new HashMap<>();
            asked.ifPresent(value -> parts.put(page.parameter(), value));
            for (String group : groups) {
                if (matcher.group(group) != null) {
                    parts.put(group, matcher.group(group));
                }
            }
            return Optional.of(new Address(path, page, parts));
        }
    }

    /**
     * @param path as it was asked for, still percent-encoded, with or without a slash at its end
     * @param query likewise, null for none
     */
    public Optional<Address> find(String path, String query) {
        if (path.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return entries().stream()
                .flatMap(entry -> entry.match(plain, query).stream())
                .findFirst();
    }

    /** For the beans of public pages: where the visitor is. */
    @Produces
    @Dependent
    Address address(HttpServletRequest request) {
        return Address.of(request);
    }

    private List<Entry> entries() {
        List<Entry> known = entries;
        if (known == null) {
            known = features.stream()
                    .flatMap(feature -> feature.pages().stream())
                    .sorted(Comparator.comparing(page -> page.parameter() == null))
                    .map(Entry::of)
                    .toList();
            entries = known;
        }
        return known;
    }
}
