package net.niner.status.notice;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.niner.status.maintenance.MaintenanceWindows;
import net.niner.status.platform.SiteUrl;
import net.niner.status.post.Post;
import net.niner.status.post.PostState;

/** The newest post of each topic, the next planned work and the alerts that last, as mails. */
@ApplicationScoped
public class AnnouncementSamples implements LetterSamples {

    private static final String NEWEST = """
            select p from Post p join p.categories c where p.state = :published and c.slug = :shelf order by p.publishedAt desc
            """;

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @EJB
    private MaintenanceWindows windows;

    @EJB
    private AlertTelling alerts;

    @EJB
    private SubscriptionLetters subscriptions;

    @Inject
    private SiteUrl site;

    @Override
    public Set<NoticeKind> kinds() {
        return EnumSet.of(
                NoticeKind.CONFIRM_SUBSCRIPTION,
                NoticeKind.INCIDENT,
                NoticeKind.MAINTENANCE,
                NoticeKind.MAINTENANCE_REMINDER,
                NoticeKind.POST_MORTEM,
                NoticeKind.BILLING_POST,
                NoticeKind.OUTAGE,
                NoticeKind.FINDING);
    }

    @Override
    public Optional<MailText> sample(NoticeKind kind, LetterSubject about, Locale language) {
        return switch (kind) {
            case CONFIRM_SUBSCRIPTION -> Optional.of(subscriptions.sample(language));
            case MAINTENANCE_REMINDER ->
                windows.upcoming().stream().findFirst().map(window -> new AnnouncementText(language, site).of(window));
            case OUTAGE -> alert(AlertKind.OUTAGE, language);
            case FINDING -> alert(AlertKind.FINDING, language);
            default -> newest(kind).map(post -> new AnnouncementText(language, site).of(post, kind));
        };
    }

    private Optional<MailText> alert(AlertKind kind, Locale language) {
        List<Alert> some = alerts.latest(kind);
        return some.isEmpty()
                ? Optional.empty()
                : Optional.of(new AlertText(language, site).of(some, AlertTelling.NEW));
    }

    private Optional<Post> newest(NoticeKind kind) {
        return EnumSet.allOf(Topic.class).stream()
                .filter(topic -> topic.kind() == kind)
                .findFirst()
                .flatMap(topic -> em.createQuery(NEWEST, Post.class)
                        .setParameter("published", PostState.PUBLISHED)
                        .setParameter("shelf", topic.shelf())
                        .setMaxResults(1)
                        .getResultStream()
                        .findFirst());
    }
}
