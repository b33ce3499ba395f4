package net.niner.status.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import net.niner.status.platform.SiteUrl;
import net.niner.status.setting.ChosenSettings;

/** What stands around the words of every mail: the site's name above, who sends it and why below, in the recipient's language. */
@ApplicationScoped
public class MailFrames {

    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm:ss xx").withZone(ZoneOffset.UTC);

    @Inject
    private ChosenSettings settings;

    @Inject
    private SiteUrl site;

    @Inject
    private SignedRefs refs;

    /**
     * The whole mail as it goes out.
     *
     * @param recipient the {@link Recipient#ref}
     */
    public MailText around(MailText words, NoticeKind kind, String recipient, Locale language) {
        String name = settings.current().siteName();
        ResourceBundle bundle = bundle(language);
        Letter footer = new Letter();
        switch (kind.audience()) {
            case OWNER -> footer.paragraph(bundle.getString("footer.owner").replace("{0}", name));
            case CLIENT ->
                footer.paragraph(bundle.getString("footer.client").replace("{0}", name))
                        .link(bundle.getString("footer.preferences"), preferences(recipient));
            case SUBSCRIBER -> {
                if (kind == NoticeKind.CONFIRM_SUBSCRIPTION) {
                    footer.paragraph(bundle.getString("footer.confirm").replace("{0}", name));
                } else {
                    footer.paragraph(bundle.getString("footer.subscriber").replace("{0}", name))
                            .link(
                                    bundle.getString("footer.manage"),
                                    site.of("/subscribe/manage/" + refs.token(recipient)))
                            .link(bundle.getString("footer.unsubscribe"), unsubscribe(recipient));
                }
            }
        }
        MailText below = footer.under(words.subject());
        String head = new Letter().paragraph(name).under("").html();
        return new MailText(
                words.subject(),
                name + "\n\n" + words.text() + "\n-- \n" + below.text(),
                "<!DOCTYPE html>\n<html lang=\"" + language(language)
                        + "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"></head>\n"
                        + "<body style=\"font-family:sans-serif;line-height:1.5;max-width:40em;margin:1em auto;padding:0 1em\">\n"
                        + "<div style=\"font-weight:bold;border-bottom:1px solid #999\">" + head + "</div>\n"
                        + words.html()
                        + "<div style=\"color:#555;font-size:smaller;border-top:1px solid #999\">\n" + below.html()
                        + "</div>\n</body></html>\n");
    }

    /** Where one click ends what a subscriber gets (RFC 8058). */
    String unsubscribe(String recipient) {
        return site.of("/unsubscribe/" + refs.token(recipient));
    }

    private String preferences(String recipient) {
        return site.of("/preferences/" + refs.token(recipient));
    }

    MailText test(Locale language, Instant now) {
        ResourceBundle bundle = bundle(language);
        return new Letter()
                .paragraph(bundle.getString("test.text"))
                .paragraph(TIME.withLocale(language).format(now))
                .link(settings.current().siteName(), site.of("/"))
                .under(bundle.getString("test.subject")
                        .replace("{0}", settings.current().siteName()));
    }

    private static String language(Locale language) {
        return language.getLanguage().equals("fr") ? "fr" : "en";
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                "net.niner.status.notice.mail",
                Locale.forLanguageTag(language(language)),
                MailFrames.class.getClassLoader(),
                EXACT);
    }
}
