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

    /** @param wanted English where there are no words in that language */
    BillingWords(Locale wanted) {
        locale = wanted.getLanguage().equals("fr") ? wanted : Locale.ENGLISH;
        bundle = ResourceBundle.getBundle(
                BUNDLE,
                locale,
                BillingWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        day = DateTimeFormatter.ofPattern("d MMMM uuuu", locale);
    }

    String of(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    String day(LocalDate date) {
        return day.format(date);
    }
}
