package net.niner.status.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.niner.status.incident.Impact;
import net.niner.status.incident.Incident;
import net.niner.status.incident.IncidentState;
import net.niner.status.incident.IncidentUpdate;
import net.niner.status.maintenance.MaintenanceState;
import net.niner.status.maintenance.MaintenanceUpdate;
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

    /** Of more servers than these a mail names the first. */
    private static final int NAMED = 20;

    /** More codes than these in front of a subject leave no room for its words. */
    private static final int CODES = 3;

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
        List<String> all = post.servers().stream().map(Server::code).toList();
        String title = Title.of(codes(post.servers()), Title.words(all, post.title()));
        return body(new Letter(), post)
                .link(words.of("subscriber.post.link"), site.of(post.path().orElse("/")))
                .under(words.of("subscriber.post.subject." + kind, title));
    }

    /** As the update told it: what came later has a mail of its own. */
    MailText of(IncidentUpdate update) {
        Incident incident = update.incident();
        List<Server> servers = visible(incident.servers());
        String state = words.of("subscriber.incident.state." + update.state());
        List<String> facts = new ArrayList<>();
        facts.add(words.of("subscriber.state", state));
        facts.add(words.of("subscriber.incident.began", words.time(incident.began())));
        if (update.state() == IncidentState.RESOLVED) {
            incident.resolved().ifPresent(at -> facts.add(words.of("subscriber.incident.resolved", words.time(at))));
        }
        Map<String, Impact> impacts = update.impacts();
        servers.stream()
                .limit(NAMED)
                .forEach(server -> facts.add(words.of(
                        "subscriber.incident.server",
                        server.code(),
                        words.of("subscriber.incident.impact."
                                + (impacts.containsKey(server.code()) ? impacts.get(server.code()) : "OVER")))));
        more(servers, facts);
        return body(new Letter().paragraph(incident.words()).list(facts), update.post())
                .link(words.of("subscriber.incident.link"), site.of("/incidents/" + incident.id()))
                .under(subject(servers, incident.words(), state));
    }

    /** News of planned work, whose times are those that hold now. */
    MailText of(MaintenanceWindow window, MaintenanceUpdate update) {
        List<Server> servers = visible(window.servers());
        String state = words.of("subscriber.maintenance.state." + update.state());
        List<String> facts = new ArrayList<>();
        facts.add(words.of("subscriber.state", state));
        facts.add(words.of(
                "subscriber.maintenance.planned", words.time(window.plannedFrom()), words.time(window.plannedUntil())));
        if (update.state() == MaintenanceState.CANCELLED) {
            window.cancelReason().ifPresent(why -> facts.add(words.of("subscriber.maintenance.reason", why)));
        }
        if (!servers.isEmpty()) {
            facts.add(words.of(
                    "subscriber.maintenance.servers",
                    String.join(", ", codes(servers.subList(0, Math.min(NAMED, servers.size()))))));
        }
        more(servers, facts);
        Post post = update.post();
        String title = Title.words(post.servers().stream().map(Server::code).toList(), post.title());
        Letter letter = new Letter().paragraph(window.title());
        if (!title.equals(window.title())) {
            letter.paragraph(title);
        }
        return body(letter.list(facts), post)
                .link(words.of("subscriber.reminder.link"), site.of("/maintenance/" + window.id()))
                .under(subject(servers, window.title(), state));
    }

    private void more(List<Server> servers, List<String> facts) {
        if (servers.size() > NAMED) {
            facts.add(words.of("subscriber.servers.more", servers.size() - NAMED));
        }
    }

    private Letter body(Letter letter, Post post) {
        String html = post.html().length() > LONGEST ? "" : absolute(post.html());
        return html.isEmpty() ? letter.paragraph(post.excerpt(EXCERPT)) : letter.markup(PlainText.of(html), html);
    }

    /** As in {@code [NC036] Mail is delayed: identified}. */
    private String subject(List<Server> servers, String title, String state) {
        String whole = words.of("subscriber.subject", title, state);
        if (servers.isEmpty()) {
            return whole;
        }
        return servers.size() > CODES
                ? "[" + words.of("subscriber.subject.servers", servers.size()) + "] " + whole
                : "[" + String.join(", ", codes(servers)) + "] " + whole;
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
        return visible(servers).stream().map(Server::code).toList();
    }

    private static List<Server> visible(List<Server> servers) {
        return servers.stream()
                .filter(server -> server.visibility() == Visibility.PUBLIC)
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
