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

    /** How mails look, in a mail program; the site's {@code mail.css} says the same where they are shown in the back office. */
    public static final String STYLE = """
            body { max-width: 40rem; margin: 0 auto; padding: 1rem; background: #fff; color: #1f2933; font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif }
            a { color: #1d5a8c }
            table { width: 100%; margin: 1rem 0; border-collapse: collapse }
            th, td { padding: 6px 12px 6px 0; border-bottom: 1px solid #d9dee3; text-align: left; vertical-align: top }
            th { color: #52606d; font-weight: 600 }
            pre, code { font-family: ui-monospace, Menlo, Consolas, monospace; white-space: pre-wrap }
            img { max-width: 100%; height: auto }
            .head { border-bottom: 1px solid #d9dee3; font-weight: 600 }
            .foot { margin-top: 2rem; border-top: 1px solid #d9dee3; color: #52606d; font-size: 14px }
            """;

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
                        + "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\n<style>\n"
                        + STYLE + "</style></head>\n<body>\n<div class=\"head\">" + head + "</div>\n" + words.html()
                        + "<div class=\"foot\">\n" + below.html() + "</div>\n</body></html>\n");
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
