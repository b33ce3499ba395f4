package net.niner.status.billing;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import net.niner.status.account.Allowed;
import net.niner.status.account.Audit;
import net.niner.status.account.Permission;
import net.niner.status.platform.Rows;

/** What the people in charge chose about billing, besides the policy; and the day for which runs and notices were looked after last. */
@Stateless
public class BillingOptions {

    private static final String PUBLISH = "publish late posts";

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Inject
    private Audit audit;

    /** Whether the post of a late run is published without anybody's approval. */
    public boolean publishLatePosts() {
        return Rows.query(
                        dataSource,
                        "select publish_late_posts from billing_watch where id = 1",
                        row -> row.getBoolean(1))
                .get(0);
    }

    @Allowed(Permission.BILLING)
    public void publishLatePosts(boolean wanted) {
        boolean before = publishLatePosts();
        Rows.update(dataSource, "update billing_watch set publish_late_posts = ? where id = 1", wanted);
        audit.record(
                "billing.options",
                "billing",
                Map.of(PUBLISH, String.valueOf(before)),
                Map.of(PUBLISH, String.valueOf(wanted)));
    }

    /** Empty while nobody ever looked. */
    public Optional<LocalDate> watchedOn() {
        return Optional.ofNullable(Rows.query(
                        dataSource,
                        "select watched_on from billing_watch where id = 1",
                        row -> new Watched(row.getObject(1, LocalDate.class)))
                .get(0)
                .on());
    }

    private record Watched(LocalDate on) {}
}
