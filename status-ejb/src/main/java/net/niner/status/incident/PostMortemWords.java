package net.niner.status.incident;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What a post-mortem says besides what somebody wrote: its headings, in the site's language. They are part of the post, which is the same for every
 * reader and is made where no reader is.
 */
public final class PostMortemWords {

    static final String BUNDLE = "net.niner.status.incident.post-mortem";

    private static final String DAY = "d MMMM yyyy";
    private static final String TIME = "d MMMM yyyy HH:mm:ss";

    private final Locale locale;
    private final ResourceBundle bundle;

    /** @param tag of a language, as in {@code fr} */
    PostMortemWords(String tag) {
        locale = Locale.forLanguageTag(tag);
        bundle = ResourceBundle.getBundle(
                BUNDLE,
                locale,
                PostMortemWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String of(String key, Object... values) {
        String text = bundle.getString(key);
        return values.length == 0 ? text : new MessageFormat(text, locale).format(values);
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(DAY, locale).format(day);
    }

    String time(Instant at) {
        return DateTimeFormatter.ofPattern(TIME, locale).format(at.atOffset(ZoneOffset.UTC));
    }
}
