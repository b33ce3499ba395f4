package net.niner.status.billing;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of mails and posts about billing, in a recipient's language. */
final class BillingWords {

    static final String BUNDLE = "net.niner.status.billing.mail";

    private final Locale locale;
    private final ResourceBundle bundle;
    private final DateTimeFormatter day;
    private final DateTimeFormatter first;

    /** @param wanted English where there are no words in that language */
    BillingWords(Locale wanted) {
        locale = wanted.getLanguage().equals("fr") ? wanted : Locale.ENGLISH;
        bundle = ResourceBundle.getBundle(
                BUNDLE,
                locale,
                BillingWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        day = DateTimeFormatter.ofPattern("d MMMM uuuu", locale);
        first = locale.getLanguage().equals("fr") ? DateTimeFormatter.ofPattern("d'er' MMMM uuuu", locale) : day;
    }

    String of(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /** {@code 2 December 2025}; in French the first of a month is {@code 1er}. */
    String day(LocalDate date) {
        return (date.getDayOfMonth() == 1 ? first : day).format(date);
    }
}
