package net.niner.status.billing;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.niner.status.incident.PublishedIncidents;
import net.niner.status.post.Categories;
import net.niner.status.post.Post;
import net.niner.status.post.PostDraft;
import net.niner.status.post.PostFormat;
import net.niner.status.post.PostState;
import net.niner.status.post.Publishing;
import net.niner.status.setting.ChosenSettings;

/** What the public is told of a late run: never of whom. In the caller's transaction. */
@Stateless
public class LatePosts {

    /** The shelf of the posts about billing. */
    public static final String CATEGORY = "billing";

    @EJB
    private Publishing publishing;

    @EJB
    private Categories categories;

    @EJB
    private PublishedIncidents incidents;

    @EJB
    private BillingOptions options;

    @Inject
    private ChosenSettings settings;

    /**
     * Drafts the post about a run that is late, or publishes it where nobody need approve it.
     *
     * @param scheduled the bill day for which people wait: of the first run that it took over from
     */
    public Post late(InvoiceRun run, LocalDate scheduled) {
        BillingWords words = words();
        Post post = draft(words.of("post.late.title", words.day(scheduled)), lateParts(run, scheduled, words), words);
        run.announceDelay(post.id());
        return options.publishLatePosts() ? publishing.publish(post.id()) : post;
    }

    /**
     * Brings the post about a late run to what is known now, while it is a draft; what was written into that by hand stays in its earlier versions.
     *
     * @param scheduled as for {@link #late}
     */
    public void rewrite(InvoiceRun run, LocalDate scheduled) {
        Post post = run.latePostId().map(publishing::required).orElse(null);
        if (post == null || post.state() != PostState.DRAFT) {
            return;
        }
        BillingWords words = words();
        PostDraft before = PostDraft.of(post);
        publishing.rewrite(
                post.id(),
                new PostDraft(
                        words.of("post.late.title", words.day(scheduled)),
                        PostFormat.MARKDOWN,
                        body(lateParts(run, scheduled, words)),
                        before.servers(),
                        before.categories(),
                        before.tags()));
    }

    private List<String> lateParts(InvoiceRun run, LocalDate scheduled, BillingWords words) {
        List<String> parts = new ArrayList<>();
        parts.add(words.of("post.late.intro", words.day(scheduled)));
        parts.add(words.of(
                "post.late.expiry",
                words.day(run.coverage().from()),
                words.day(run.coverage().to())));
        parts.add(run.promisedOn()
                .map(day -> words.of("post.late.promised", words.day(day)))
                .orElseGet(() -> words.of("post.late.promised.none")));
        run.cause().ifPresent(cause -> parts.add(words.of("why", plain(cause))));
        run.incidentId()
                .filter(id -> incidents.find(id).isPresent())
                .ifPresent(id -> parts.add("[" + words.of("why.link") + "](/incidents/" + id + ")"));
        parts.add(words.of("post.late.paid"));
        return parts;
    }

    /**
     * Drafts the post that a run was sent of which a post said that it is late, or publishes it. Nothing where the public was told nothing.
     *
     * @param scheduled the bill day for which people waited
     * @return whether there is such a post now
     */
    public boolean sent(InvoiceRun run, LocalDate scheduled) {
        Post late = publishing.required(run.latePostId().orElseThrow());
        if (late.state() != PostState.PUBLISHED) {
            return false;
        }
        BillingWords words = words();
        String last = words.day(run.completedOn().orElse(run.billDay()));
        Post post = draft(
                words.of("post.sent.title", words.day(scheduled)),
                List.of(
                        words.of("post.sent.intro", words.day(scheduled), last),
                        "[" + plain(late.title()) + "](" + late.path().orElse("/") + ")",
                        words.of("post.sent.missing")),
                words);
        run.announceSent(post.id());
        if (options.publishLatePosts()) {
            publishing.publish(post.id());
        }
        return true;
    }

    private Post draft(String title, List<String> parts, BillingWords words) {
        return publishing.draft(new PostDraft(
                title,
                PostFormat.MARKDOWN,
                body(parts),
                Set.of(),
                Set.of(categories.shelf(CATEGORY, words.of("post.shelf")).slug()),
                Set.of()));
    }

    private static String body(List<String> parts) {
        return String.join("\n\n", parts) + "\n";
    }

    private BillingWords words() {
        return new BillingWords(
                Locale.forLanguageTag(settings.current().languages().get(0)));
    }

    /** What somebody typed into one field is one line of text, and no markup. */
    private static String plain(String words) {
        return words.replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]<>#|!])", "\\\\$1");
    }
}
