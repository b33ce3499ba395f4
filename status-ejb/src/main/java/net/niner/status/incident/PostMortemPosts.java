package net.niner.status.incident;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.niner.status.post.Categories;
import net.niner.status.post.Post;
import net.niner.status.post.PostDraft;
import net.niner.status.post.PostFormat;
import net.niner.status.post.Publishing;
import net.niner.status.post.Tag;
import net.niner.status.post.Title;
import net.niner.status.server.Server;
import net.niner.status.setting.ChosenSettings;

/** Post-mortems as posts. It asks for no permission, and writes nothing down: {@link PostMortems} and {@link FollowUps} do. */
@Stateless
public class PostMortemPosts {

    public static final String CATEGORY = "post-mortems";

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @EJB
    private Publishing publishing;

    @EJB
    private Categories categories;

    @EJB
    private PublishedIncidents incidents;

    @Inject
    private ChosenSettings settings;

    /** As visitors will read it. */
    public record Preview(String title, String html) {}

    public PostMortemWords words() {
        return new PostMortemWords(settings.current().languages().get(0));
    }

    /** @param id null for one that was never saved */
    public Preview preview(Long id, long incidentId, PostMortemDraft draft) {
        Set<String> codes = servers(id == null ? null : em.find(PostMortem.class, id), incidentId);
        return new Preview(
                Title.of(List.copyOf(codes), draft.title()),
                PostFormat.MARKDOWN.render(PostMortemText.of(draft, promises(id, draft), words())));
    }

    /** Publishes it, or says anew what it says; a post that was withdrawn stays so. */
    public void put(PostMortem postMortem) {
        em.flush();
        PostMortemDraft draft = PostMortems.draftOf(postMortem);
        Optional<Post> known = postMortem.post();
        Set<String> shelves = new LinkedHashSet<>(
                Set.of(categories.shelf(CATEGORY, words().of("category")).slug()));
        known.ifPresent(post -> post.categories().forEach(shelf -> shelves.add(shelf.slug())));
        Set<String> tags = known.map(post -> post.tags().stream().map(Tag::name).collect(Collectors.toSet()))
                .orElse(Set.of());
        PostDraft post = new PostDraft(
                draft.title(),
                PostFormat.MARKDOWN,
                PostMortemText.of(draft, promises(postMortem.id(), draft), words()),
                servers(postMortem, postMortem.incidentId()),
                shelves,
                tags);
        Post written = known.map(old -> publishing.rewrite(old.id(), post)).orElseGet(() -> publishing.draft(post));
        em.flush();
        if (known.isEmpty()) {
            postMortem.publish(publishing.publish(written.id()));
        }
    }

    /** Puts it before visitors, also where its post was withdrawn meanwhile. */
    public void publish(PostMortem postMortem) {
        put(postMortem);
        postMortem.post().ifPresent(post -> publishing.publish(post.id()));
    }

    /** Says in its post what became of its follow-ups; nothing while it is a draft. */
    public void refresh(PostMortem postMortem) {
        if (postMortem.state() == PostMortemState.PUBLISHED) {
            put(postMortem);
        }
    }

    /** What people chose in the post stays; before there is one, those of the incident. */
    private Set<String> servers(PostMortem postMortem, long incidentId) {
        Optional<Post> post = Optional.ofNullable(postMortem).flatMap(PostMortem::post);
        List<Server> servers = post.map(Post::servers)
                .or(() -> incidents.find(incidentId).map(Incident::servers))
                .orElse(List.of());
        return servers.stream().map(Server::code).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<PostMortemText.Promise> promises(Long id, PostMortemDraft draft) {
        List<PostMortemText.Promise> promises = new ArrayList<>();
        if (id != null) {
            of(id).stream()
                    .filter(FollowUp::isPublic)
                    .map(PostMortemText.Promise::of)
                    .forEach(promises::add);
        }
        draft.lessons().stream()
                .flatMap(lesson -> lesson.promises().stream())
                .filter(FollowUpDraft::isPublic)
                .map(PostMortemText.Promise::of)
                .forEach(promises::add);
        return promises;
    }

    /** The follow-ups of a post-mortem, in the order of its lessons. */
    public List<FollowUp> of(long id) {
        return em.createQuery(
                        "select f from FollowUp f where f.lesson.postMortem.id = :id order by f.lesson.place, f.id",
                        FollowUp.class)
                .setParameter("id", id)
                .getResultList();
    }
}
