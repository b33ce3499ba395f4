package net.niner.status.setting;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the site looks and behaves. Immutable; {@link SettingRules} says what may be in it.
 *
 * @param siteName the company's name on the pages
 * @param zones time zones to show beside UTC, as in {@code Africa/Lusaka}
 * @param languages to offer to visitors, as in {@code fr}; the first is for those who ask for none of them
 * @param links the company's other addresses, as the front page lists them
 * @param resources what else may help, listed after the links
 * @param samplesKeep how long single measurements are kept
 * @param executionsKeep how long ended executions of jobs are kept
 * @param linkTargets {@code host:port}, to try when most checks fail at once; none: our own link is never doubted
 * @param logo null for none
 */
public record SiteSettings(
        String siteName,
        List<String> zones,
        List<String> languages,
        List<Link> links,
        List<Link> resources,
        Duration samplesKeep,
        Duration executionsKeep,
        List<String> linkTargets,
        Accent accent,
        Logo logo) {

    public SiteSettings {
        zones = List.copyOf(zones);
        languages = List.copyOf(languages);
        links = List.copyOf(links);
        resources = List.copyOf(resources);
        linkTargets = List.copyOf(linkTargets);
    }

    /** The settings in which these differ from others. */
    public Set<Field> differencesFrom(SiteSettings others) {
        Map<Field, String> mine = written();
        Map<Field, String> theirs = others.written();
        Set<Field> differences = EnumSet.noneOf(Field.class);
        mine.forEach((field, value) -> {
            if (!value.equals(theirs.get(field))) {
                differences.add(field);
            }
        });
        return differences;
    }

    /**
     * These, made on the ground of some that have changed meanwhile: what differs from that ground stays, the rest follows the change.
     *
     * @param ground those that somebody began with
     * @param now those that are in force by now
     */
    public SiteSettings carriedOver(SiteSettings ground, SiteSettings now) {
        Map<Field, String> own = new EnumMap<>(written());
        own.keySet().retainAll(differencesFrom(ground));
        return WrittenSettings.over(now, own);
    }

    /** Each in one line, as they are stored, and compared for the audit trail; a setting without a value is an empty line. */
    Map<Field, String> written() {
        Map<Field, String> written = new EnumMap<>(Field.class);
        written.put(Field.SITE_NAME, siteName);
        written.put(Field.ZONES, String.join(" ", zones));
        written.put(Field.LANGUAGES, String.join(" ", languages));
        written.put(Field.LINKS, WrittenSettings.write(links));
        written.put(Field.RESOURCES, WrittenSettings.write(resources));
        written.put(Field.SAMPLES_KEEP, samplesKeep.toString());
        written.put(Field.EXECUTIONS_KEEP, executionsKeep.toString());
        written.put(Field.LINK_TARGETS, String.join(" ", linkTargets));
        written.put(Field.ACCENT_LIGHT, accent.light());
        written.put(Field.ACCENT_DARK, accent.dark());
        written.put(Field.LOGO, logo == null ? "" : logo.format() + " " + logo.base64());
        return written;
    }
}
