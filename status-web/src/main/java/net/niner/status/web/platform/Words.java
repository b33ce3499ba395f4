package net.niner.status.web.platform;

import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/**
 * What the site says, in one language. Every text is a {@link MessageFormat}: plurals are written there as choices, and apostrophes
 * are typographic ones, so that nothing needs escaping.
 */
public final class Words {

    static final String BUNDLE = "net.niner.status.web.messages";

    private static final Map<Language, Words> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new Words(language.locale()));
        }
    }

    private final Locale locale;
    private final ResourceBundle texts;

    private Words(Locale locale) {
        this.locale = locale;
        this.texts = ResourceBundle.getBundle(
                BUNDLE,
                locale,
                Words.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public static Words in(Language language) {
        return ALL.get(language);
    }

    /** @throws java.util.MissingResourceException if nobody wrote that text */
    public String of(String key, Object... values) {
        return new MessageFormat(texts.getString(key), locale).format(values);
    }

    /** The text for one of a closed set: {@code role.MAIL_SERVER}. */
    public String of(String prefix, Enum<?> constant) {
        return of(prefix + "." + constant.name());
    }

    public Locale locale() {
        return locale;
    }
}
