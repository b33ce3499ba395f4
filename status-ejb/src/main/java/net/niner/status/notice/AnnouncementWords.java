package net.niner.status.notice;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** What mails to subscribers and owners say besides what somebody wrote, in the language of whoever gets them; English for one that is not spoken here. */
final class AnnouncementWords {

    static final String BUNDLE = "net.niner.status.notice.announcement";

    private static final String TIME = "d MMMM yyyy HH:mm";

    private final Locale locale;
    private final ResourceBundle bundle;

    AnnouncementWords(Locale wanted) {
        locale = "fr".equals(wanted.getLanguage()) ? Locale.FRENCH : Locale.ENGLISH;
        bundle = ResourceBundle.getBundle(
                BUNDLE,
                locale,
                AnnouncementWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    Locale locale() {
        return locale;
    }

    String of(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /** As in {@code 7 July 2025 07:12 UTC}. */
    String time(Instant at) {
        return DateTimeFormatter.ofPattern(TIME, locale).format(at.atOffset(ZoneOffset.UTC)) + " UTC";
    }
}
