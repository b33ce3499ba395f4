package net.niner.status.post;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import net.niner.status.account.Allowed;
import net.niner.status.account.Permission;
import net.niner.status.platform.Conditions;
import net.niner.status.platform.Conditions.Tables;
import net.niner.status.platform.Page;
import net.niner.status.platform.Rows;

/** All posts in any state, a page at a time, for the back office. */
@Stateless
public class PostList {

    private static final String COLUMNS = "p.id, p.title, p.state, p.published_at, p.path, p.changed_at, p.changed_by";
    private static final Tables POSTS = new Tables("post p");

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Allowed(Permission.READ)
    public Page<PostLine> page(PostFilter filter, PostFilter.Sort sort, boolean ascending, int first, int most) {
        String order =
                sort.column + (ascending ? "" : " desc") + ", coalesce(p.published_at, p.changed_at) desc, p.id desc";
        return shelved(conditions(filter).page(dataSource, COLUMNS, POSTS, POSTS, order, first, most, PostList::line));
    }

    /** Scheduled for a time before that one, and not published: something keeps them. Earliest first. */
    @Allowed(Permission.READ)
    public Page<PostLine> overdue(Instant since, int most) {
        return new Conditions()
                .and("p.state = 'SCHEDULED'")
                .and("p.published_at < ?", Rows.time(since))
                .page(dataSource, COLUMNS, POSTS, POSTS, "p.published_at, p.id", 0, most, PostList::line);
    }

    /** Drafts that this person changed last, before that time. Oldest first. */
    @Allowed(Permission.READ)
    public Page<PostLine> lyingAbout(String changedBy, Instant since, int most) {
        return new Conditions()
                .and("p.state = 'DRAFT'")
                .and("p.changed_by = ?", changedBy)
                .and("p.changed_at < ?", Rows.time(since))
                .page(dataSource, COLUMNS, POSTS, POSTS, "p.changed_at, p.id", 0, most, PostList::line);
    }

    private static Conditions conditions(PostFilter filter) {
        Conditions conditions = new Conditions().holds(filter.text(), "p.title", "p.path");
        if (filter.state() != null) {
            conditions.and("p.state = ?", filter.state().name());
        }
        if (!filter.categories().isEmpty()) {
            conditions.and(
                    "p.id in (select x.post_id from post_category x where x.category_id in ("
                            + marks(filter.categories().size()) + "))",
                    filter.categories().toArray());
        }
        if (filter.server() != null) {
            conditions.and(
                    "p.id in (select x.post_id from post_server x join server s on s.id = x.server_id where s.code = ?)",
                    filter.server());
        }
        return conditions;
    }

    private Page<PostLine> shelved(Page<PostLine> page) {
        if (page.rows().isEmpty()) {
            return page;
        }
        Map<Long, List<String>> names = new HashMap<>();
        Rows.query(
                dataSource,
                "select x.post_id, c.name from post_category x join category c on c.id = x.category_id where x.post_id in ("
                        + marks(page.rows().size()) + ") order by c.name",
                row -> names.computeIfAbsent(row.getLong(1), none -> new ArrayList<>())
                        .add(row.getString(2)),
                page.rows().stream().map(PostLine::id).toArray());
        return new Page<>(
                page.rows().stream()
                        .map(line -> line.in(names.getOrDefault(line.id(), List.of())))
                        .toList(),
                page.total());
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    private static PostLine line(ResultSet row) throws SQLException {
        return new PostLine(
                row.getLong("id"),
                row.getString("title"),
                PostState.valueOf(row.getString("state")),
                Rows.instant(row, "published_at"),
                row.getString("path"),
                Rows.instant(row, "changed_at"),
                row.getString("changed_by"),
                List.of());
    }
}
