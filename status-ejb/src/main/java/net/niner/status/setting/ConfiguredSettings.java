package net.niner.status.setting;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the product comes with, and in its place what the operator configured, as far as the rules allow it. Pure.
 *
 * @param settings always such as the rules allow
 * @param complaints a sentence for each property that cannot be used
 */
record ConfiguredSettings(SiteSettings settings, List<String> complaints) {

    private static final SiteSettings PRODUCT = new SiteSettings(
            "NinerNet",
            List.of(),
            SettingRules.LANGUAGES,
            List.of(),
            List.of(),
            Duration.ofDays(2),
            Duration.ofDays(1),
            List.of(),
            Accent.STANDARD,
            null);

    /** @param configured the value of each setting that has one, as the operator wrote it */
    static ConfiguredSettings of(Map<Field, String> configured) {
        Map<Field, String> usable = new EnumMap<>(Field.class);
        List<String> complaints = new ArrayList<>();
        configured.forEach((field, text) -> {
            String value = field == Field.LINK_TARGETS ? words(text) : text.strip();
            problem(field, value)
                    .ifPresentOrElse(
                            problem -> complaints.add(property(field) + " " + problem + ", not \"" + text
                                    + "\"; until that is put right, the site does as if it were not set"),
                            () -> usable.put(field, value));
        });
        return new ConfiguredSettings(WrittenSettings.over(PRODUCT, usable), List.copyOf(complaints));
    }

    private static Optional<String> problem(Field field, String value) {
        try {
            return SettingRules.problems(WrittenSettings.over(PRODUCT, Map.of(field, value))).stream()
                    .map(problem -> problem.fault().sentence())
                    .findFirst();
        } catch (DateTimeParseException e) {
            return Optional.of("must be a length of time as ISO 8601 writes it, as in P2D or PT36H");
        }
    }

    /** The operator puts commas between them. */
    private static String words(String text) {
        return Stream.of(text.split("[,\\s]+")).filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }

    private static String property(Field field) {
        return switch (field) {
            case SITE_NAME -> StandardSettings.SITE_NAME;
            case SAMPLES_KEEP -> StandardSettings.SAMPLES_KEEP;
            case EXECUTIONS_KEEP -> StandardSettings.EXECUTIONS_KEEP;
            case LINK_TARGETS -> StandardSettings.LINK_TARGETS;
            default -> throw new IllegalArgumentException(field + " is not configured");
        };
    }
}
