package net.niner.status.notice;

import java.util.List;
import java.util.Locale;
import net.niner.status.maintenance.MaintenanceWindow;
import net.niner.status.platform.SiteUrl;
import net.niner.status.post.Post;
import net.niner.status.post.Title;
import net.niner.status.server.Server;
import net.niner.status.server.Visibility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What subscribers read of a post, or of work that begins soon: the same for all who read one language. Servers that serve no client are not named. */
final class AnnouncementText {

    /** In characters; of a longer post a mail says the beginning. */
    private static final int LONGEST = 200_000;

    private static final int EXCERPT = 1_000;

    private final AnnouncementWords words;
    private final SiteUrl site;

    AnnouncementText(Locale locale, SiteUrl site) {
        this.words = new AnnouncementWords(locale);
        this.site = site;
    }

    Locale locale() {
        return words.locale();
    }

    MailText of(Post post, NoticeKind kind) {
        String html = post.html().length() > LONGEST ? "" : absolute(post.html());
        List<String> all = post.servers().stream().map(Server::code).toList();
        String title = Title.of(codes(post.servers()), Title.words(all, post.title()));
        Letter letter = new Letter();
        letter = html.isEmpty() ? letter.paragraph(post.excerpt(EXCERPT)) : letter.markup(PlainText.of(html), html);
        return letter.link(words.of("subscriber.post.link"), site.of(post.path().orElse("/")))
                .under(words.of("subscriber.post.subject." + kind, title));
    }

    MailText of(MaintenanceWindow window) {
        List<String> codes = codes(window.servers());
        return new Letter()
                .paragraph(words.of(
                        "subscriber.reminder.text",
                        window.title(),
                        words.time(window.plannedFrom()),
                        words.time(window.plannedUntil()),
                        codes.size(),
                        String.join(", ", codes)))
                .link(words.of("subscriber.reminder.link"), site.of("/maintenance/" + window.id()))
                .under(words.of(
                        "subscriber.reminder.subject",
                        Title.of(codes, window.title()),
                        words.time(window.plannedFrom())));
    }

    static List<String> codes(List<Server> servers) {
        return servers.stream()
                .filter(server -> server.visibility() == Visibility.PUBLIC)
                .map(Server::code)
                .toList();
    }

    /** Links and pictures as they are found from outside. */
    private String absolute(String html) {
        Document page = Jsoup.parseBodyFragment(html);
        page.outputSettings().prettyPrint(false);
        for (String attribute : List.of("href", "src")) {
            page.select("[" + attribute + "^=/]:not([" + attribute + "^=//])")
                    .forEach(element -> element.attr(attribute, site.of(element.attr(attribute))));
        }
        return page.body().html();
    }
}
