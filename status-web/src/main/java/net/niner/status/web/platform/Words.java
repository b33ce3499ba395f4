package net.niner.status.web.platform;

import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * What the site says, in one language. Every text is a {@link MessageFormat}: plurals are written there as choices, and apostrophes
 * are typographic ones, so that nothing needs escaping.
 */
public final class Words {

    /** The public pages' texts, and those of each feature of the back office; the keys of the latter begin with the bundle's name. */
    static final List<String> BUNDLES = List.of(
            "messages",
            "account",
            "server",
            "post",
            "blog",
            "probe",
            "history",
            "maintenance",
            "incident",
            "followup",
            "billing",
            "billingimport",
            "outbox",
            "subscribe",
            "desk",
            "jobs",
            "settings",
            "help");

    private static final String PACKAGE = "net.niner.status.web.";

    private static final Map<Language, Words> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new Words(language.locale()));
        }
    }

    private final Locale locale;
    private final Map<String, String> texts = new HashMap<>();

    private Words(Locale locale) {
        this.locale = locale;
        for (String name : BUNDLES) {
            ResourceBundle bundle = ResourceBundle.getBundle(
                    PACKAGE + name,
                    locale,
                    Words.class.getClassLoader(),
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
        }
    }

    public static Words in(Language language) {
        return ALL.get(language);
    }

    /** @throws java.util.MissingResourceException if nobody wrote that text */
    public String of(String key, Object... values) {
        String text = texts.get(key);
        if (text == null) {
            throw new MissingResourceException("no text " + key, Words.class.getName(), key);
        }
        return new MessageFormat(text, locale).format(values);
    }

    /** The text for one of a closed set: {@code role.MAIL_SERVER}. */
    public String of(String prefix, Enum<?> constant) {
        return of(prefix + "." + constant.name());
    }

    public Locale locale() {
        return locale;
    }

    /** As it begins a title, also in languages that write months small. */
    public static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
