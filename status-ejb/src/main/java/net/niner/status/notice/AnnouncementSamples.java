package net.niner.status.notice;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import net.niner.status.maintenance.MaintenanceWindow;
import net.niner.status.platform.Rows;
import net.niner.status.platform.SiteUrl;
import net.niner.status.post.PublishedPosts;

/** What subscribers and owners would read of the newest post, work or alert. */
@Stateless
public class AnnouncementSamples implements LetterSamples {

    /** An older post than these is nothing that anybody looks for. */
    private static final int NEWEST_POSTS = 200;

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @EJB
    private PublishedPosts posts;

    @EJB
    private PostLetters letters;

    @EJB
    private SubscriptionLetters subscriptions;

    @Inject
    private SiteUrl site;

    @Override
    public Set<NoticeKind> kinds() {
        return EnumSet.of(
                NoticeKind.OUTAGE,
                NoticeKind.FINDING,
                NoticeKind.CONFIRM_SUBSCRIPTION,
                NoticeKind.INCIDENT,
                NoticeKind.MAINTENANCE,
                NoticeKind.MAINTENANCE_REMINDER,
                NoticeKind.POST_MORTEM,
                NoticeKind.BILLING_POST);
    }

    @Override
    public Optional<MailText> sample(NoticeKind kind, LetterSubject about, Locale language) {
        return switch (kind) {
            case OUTAGE, FINDING -> alert(kind, language);
            case CONFIRM_SUBSCRIPTION -> Optional.of(subscriptions.sample(language));
            case MAINTENANCE_REMINDER -> reminder(language);
            default -> post(kind, language);
        };
    }

    private Optional<MailText> post(NoticeKind kind, Locale language) {
        return posts.latest(0, NEWEST_POSTS).rows().stream()
                .filter(post -> Topic.of(post).stream()
                        .min(Topic::compareTo)
                        .filter(topic -> topic.kind() == kind)
                        .isPresent())
                .findFirst()
                .map(post -> letters.of(post, kind, language));
    }

    private Optional<MailText> reminder(Locale language) {
        return em.createQuery("select w from MaintenanceWindow w order by w.plannedFrom desc", MaintenanceWindow.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(window -> new AnnouncementText(language, site).of(window));
    }

    private Optional<MailText> alert(NoticeKind kind, Locale language) {
        String alertKind = Arrays.stream(AlertKind.values())
                .filter(one -> one.notice() == kind)
                .findFirst()
                .orElseThrow()
                .name();
        return Rows.query(
                        dataSource,
                        Alert.SELECT + " where kind = ? order by id desc fetch first 1 rows only",
                        Alert::read,
                        alertKind)
                .stream()
                .findFirst()
                .map(alert -> new AlertText(language, site).of(List.of(alert), AlertTelling.NEW));
    }
}
