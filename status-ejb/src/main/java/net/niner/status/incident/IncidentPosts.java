package net.niner.status.incident;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.niner.status.post.Categories;
import net.niner.status.post.InvalidPost;
import net.niner.status.post.Post;
import net.niner.status.post.PostDraft;
import net.niner.status.post.PostFormat;
import net.niner.status.post.Publishing;
import net.niner.status.post.Title;
import net.niner.status.server.Server;

/** Makes the posts of incidents. The first carries the incident's title, the others their number; all stand on one shelf. */
@Stateless
public class IncidentPosts {

    /** The slug of the shelf. */
    public static final String CATEGORY = "incidents";

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @Inject
    private Publishing publishing;

    @EJB
    private Categories categories;

    @Inject
    private Event<IncidentPublished> published;

    /** Publishes a draft with its words. */
    public IncidentUpdate publish(Incident incident, Instant at) {
        Post post = post(
                codes(incident.servers()),
                incident.words(),
                incident.draftText().orElseThrow(),
                at);
        return told(incident, incident.publish(post, at));
    }

    /** Publishes the next update, which reopens the incident if it is resolved. */
    public IncidentUpdate update(
            Incident incident, String text, IncidentState next, Map<Server, Impact> impacts, Instant at) {
        Set<String> codes = codes(incident.servers());
        codes.addAll(codes(impacts.keySet()));
        Post post = post(codes, title(incident, codes, incident.updates().size() + 1), text, at);
        return told(
                incident,
                incident.isResolved()
                        ? incident.reopen(post, next, impacts, at)
                        : incident.update(post, next, impacts, at));
    }

    private IncidentUpdate told(Incident incident, IncidentUpdate update) {
        em.flush();
        published.fire(new IncidentPublished(incident.id(), update.number()));
        return update;
    }

    /**
     * As in {@code Update 7}, with the incident's words where there are too many codes to put in front.
     *
     * @param codes of the servers that the update is about
     */
    public static String title(Incident incident, Collection<String> codes, int number) {
        String words = "Update " + number;
        return Title.of(List.copyOf(codes), words).equals(words) ? cut(words + ": " + incident.words()) : words;
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), Post.TITLE_LENGTH));
    }

    private Post post(Set<String> codes, String title, String text, Instant at) {
        PostDraft draft = new PostDraft(
                title,
                PostFormat.MARKDOWN,
                text,
                codes,
                Set.of(categories.shelf(CATEGORY, "Incidents").slug()),
                Set.of());
        try {
            return publishing.publish(publishing.draft(draft).id(), at);
        } catch (InvalidPost invalid) {
            if (invalid.problems().stream().anyMatch(problem -> problem.fault() == InvalidPost.Fault.BODY_LONG)) {
                throw new InvalidIncident("text", InvalidIncident.Fault.TEXT_LONG);
            }
            throw invalid;
        }
    }

    private static Set<String> codes(Collection<Server> servers) {
        Set<String> codes = new LinkedHashSet<>();
        servers.forEach(server -> codes.add(server.code()));
        return codes;
    }
}
