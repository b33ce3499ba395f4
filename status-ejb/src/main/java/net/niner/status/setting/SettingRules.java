package net.niner.status.setting;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What may be in the settings. Pure. */
public final class SettingRules {

    /** The languages that the site's texts are written in. */
    public static final List<String> LANGUAGES = List.of("en", "fr");

    public static final int NAME_LENGTH = 60;
    public static final int URL_LENGTH = 500;
    public static final int MOST_ZONES = 4;
    public static final int MOST_LINKS = 20;
    public static final int MOST_TARGETS = 10;
    public static final Duration SHORTEST = Duration.ofHours(1);

    /** The database stays within its size: samples come by the minute and check, executions every few seconds. */
    public static final Duration LONGEST_SAMPLES = Duration.ofDays(14);

    public static final Duration LONGEST_EXECUTIONS = Duration.ofDays(30);

    private static final Set<String> SCHEMES = Set.of("https", "http", "mailto");

    private final List<InvalidSetting> problems = new ArrayList<>();

    private SettingRules() {}

    /** Everything that is wrong, in the order of the settings; empty if nothing is. */
    public static List<InvalidSetting> problems(SiteSettings settings) {
        SettingRules rules = new SettingRules();
        rules.text(Field.SITE_NAME, settings.siteName());
        rules.zones(settings.zones());
        rules.languages(settings.languages());
        rules.links(Field.LINKS, settings.links());
        rules.links(Field.RESOURCES, settings.resources());
        rules.age(Field.SAMPLES_KEEP, settings.samplesKeep(), LONGEST_SAMPLES, Fault.SAMPLES_AGE);
        rules.age(Field.EXECUTIONS_KEEP, settings.executionsKeep(), LONGEST_EXECUTIONS, Fault.EXECUTIONS_AGE);
        rules.targets(settings.linkTargets());
        rules.colour(Field.ACCENT_LIGHT, settings.accent().light());
        rules.colour(Field.ACCENT_DARK, settings.accent().dark());
        return List.copyOf(rules.problems);
    }

    private void wrong(Field field, Fault fault, Object given) {
        problems.add(new InvalidSetting(field, fault, given));
    }

    private void text(Field field, String text) {
        if (text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
            wrong(field, Fault.MISSING, "");
        } else if (text.length() > NAME_LENGTH) {
            wrong(field, Fault.TOO_LONG, "");
        }
    }

    private void zones(List<String> zones) {
        several(Field.ZONES, zones, MOST_ZONES);
        zones.stream()
                .filter(zone -> !ZoneId.getAvailableZoneIds().contains(zone))
                .forEach(zone -> wrong(Field.ZONES, Fault.NO_ZONE, zone));
    }

    private void languages(List<String> languages) {
        if (languages.isEmpty()) {
            wrong(Field.LANGUAGES, Fault.MISSING, "");
        }
        several(Field.LANGUAGES, languages, LANGUAGES.size());
        languages.stream()
                .filter(language -> !LANGUAGES.contains(language))
                .forEach(language -> wrong(Field.LANGUAGES, Fault.NO_LANGUAGE, language));
    }

    private void links(Field field, List<Link> links) {
        several(field, links.stream().map(Link::url).toList(), MOST_LINKS);
        for (Link link : links) {
            if (link.label().isBlank() || link.label().chars().anyMatch(Character::isISOControl)) {
                wrong(field, Fault.NO_LABEL, link.url());
            } else if (link.label().length() > NAME_LENGTH || link.url().length() > URL_LENGTH) {
                wrong(field, Fault.TOO_LONG, link.label());
            } else if (!isAddress(link.url())) {
                wrong(field, Fault.NO_ADDRESS, link.url());
            }
        }
    }

    private void age(Field field, Duration age, Duration longest, Fault fault) {
        if (age.compareTo(SHORTEST) < 0 || age.compareTo(longest) > 0) {
            wrong(field, fault, "");
        }
    }

    private void targets(List<String> targets) {
        several(Field.LINK_TARGETS, targets, MOST_TARGETS);
        for (String target : targets) {
            try {
                LinkTarget.of(target);
            } catch (IllegalArgumentException e) {
                wrong(Field.LINK_TARGETS, Fault.NO_TARGET, target);
            }
        }
    }

    private void colour(Field field, String colour) {
        if (!Accent.isColour(colour)) {
            wrong(field, Fault.NO_COLOUR, colour);
            return;
        }
        double contrast = field == Field.ACCENT_LIGHT ? Accent.onLight(colour) : Accent.onDark(colour);
        if (contrast < Accent.LEAST_CONTRAST) {
            // rounded down: 4.46 must not read as 4.5
            wrong(field, Fault.TOO_FAINT, Math.floor(contrast * 10) / 10);
        }
    }

    private void several(Field field, Collection<String> entries, int most) {
        if (entries.size() > most) {
            wrong(field, Fault.TOO_MANY, String.valueOf(most));
        }
        Set<String> seen = new HashSet<>();
        entries.stream().filter(entry -> !seen.add(entry)).forEach(entry -> wrong(field, Fault.TWICE, entry));
    }

    private static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            String scheme =
                    address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
            return SCHEMES.contains(scheme)
                    && (scheme.equals("mailto")
                            ? address.getSchemeSpecificPart().contains("@")
                            : address.getHost() != null && address.getUserInfo() == null);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
