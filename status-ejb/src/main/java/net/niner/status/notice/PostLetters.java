package net.niner.status.notice;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import net.niner.status.incident.IncidentUpdate;
import net.niner.status.maintenance.MaintenanceWindow;
import net.niner.status.platform.Rows;
import net.niner.status.platform.SiteUrl;
import net.niner.status.post.Post;

/** The mail about a post: one that tells of an incident or of planned work says where that stands besides. */
@Stateless
public class PostLetters {

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Inject
    private SiteUrl site;

    public MailText of(Post post, NoticeKind kind, Locale locale) {
        AnnouncementText text = new AnnouncementText(locale, site);
        return switch (kind) {
            case INCIDENT -> ofIncident(post, text).orElseGet(() -> text.of(post, kind));
            case MAINTENANCE -> ofMaintenance(post, text).orElseGet(() -> text.of(post, kind));
            default -> text.of(post, kind);
        };
    }

    private Optional<MailText> ofIncident(Post post, AnnouncementText text) {
        return em.createQuery("select u from IncidentUpdate u where u.post.id = :post", IncidentUpdate.class)
                .setParameter("post", post.id())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(text::of);
    }

    private Optional<MailText> ofMaintenance(Post post, AnnouncementText text) {
        return Rows.query(
                        dataSource,
                        "select window_id from maintenance_window_post where post_id = ?",
                        row -> row.getLong(1),
                        post.id())
                .stream()
                .findFirst()
                .map(id -> em.find(MaintenanceWindow.class, id))
                .flatMap(window -> window.updates().stream()
                        .filter(update -> update.post().id().equals(post.id()))
                        .findFirst()
                        .map(update -> text.of(window, update)));
    }
}
