package net.niner.status.setting;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The inverse of {@link SiteSettings#written()}. */
final class WrittenSettings {

    private static final String BETWEEN = "\t";
    private static final String NEXT = "\n";

    private WrittenSettings() {}

    /** The settings with those that are written here in place of their own. */
    static SiteSettings over(SiteSettings standard, Map<Field, String> written) {
        Map<Field, String> all = new EnumMap<>(standard.written());
        all.putAll(written);
        return new SiteSettings(
                all.get(Field.SITE_NAME),
                words(all.get(Field.ZONES)),
                words(all.get(Field.LANGUAGES)),
                links(all.get(Field.LINKS)),
                links(all.get(Field.RESOURCES)),
                Duration.parse(all.get(Field.SAMPLES_KEEP)),
                Duration.parse(all.get(Field.EXECUTIONS_KEEP)),
                words(all.get(Field.LINK_TARGETS)),
                new Accent(all.get(Field.ACCENT_LIGHT), all.get(Field.ACCENT_DARK)),
                logo(all.get(Field.LOGO)));
    }

    static String write(List<Link> links) {
        return links.stream().map(link -> link.label() + BETWEEN + link.url()).collect(Collectors.joining(NEXT));
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    private static List<Link> links(String text) {
        return text.lines()
                .map(line -> line.split(BETWEEN, 2))
                .map(parts -> new Link(parts[0], parts[1]))
                .toList();
    }

    private static Logo logo(String text) {
        int space = text.indexOf(' ');
        return space < 0 ? null : new Logo(Logo.Format.valueOf(text.substring(0, space)), text.substring(space + 1));
    }
}
