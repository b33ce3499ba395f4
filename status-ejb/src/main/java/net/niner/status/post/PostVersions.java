package net.niner.status.post;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import net.niner.status.account.Allowed;
import net.niner.status.account.Permission;
import net.niner.status.platform.Rows;

/** What posts said each time they were saved. */
@Stateless
public class PostVersions {

    /** Stands between words that may hold anything else. */
    private static final String BETWEEN = "\n";

    private static final String COLUMNS =
            "select number, title, format, body, servers, categories, tags, saved_at, saved_by from post_version";

    /**
     * A version without its texts.
     *
     * @param savedAt UTC
     */
    public record Saved(int number, String title, Instant savedAt, String savedBy) {}

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    /** Keeps it as it stands, unless it says what it said before. The post itself must be in the database already. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void keep(Post post) {
        Optional<PostVersion> last = last(post.id());
        PostVersion now = PostVersion.of(post, last.map(PostVersion::number).orElse(0) + 1);
        if (last.isPresent() && last.get().saysTheSameAs(now)) {
            return;
        }
        Rows.update(
                dataSource,
                "insert into post_version (post_id, number, title, format, body, servers, categories, tags, saved_at, saved_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                post.id(),
                now.number(),
                now.title(),
                now.format().name(),
                now.body(),
                String.join(BETWEEN, now.servers()),
                String.join(BETWEEN, now.categories()),
                String.join(BETWEEN, now.tags()),
                Rows.time(now.savedAt()),
                now.savedBy());
    }

    /** Latest first. */
    @Allowed(Permission.READ)
    public List<Saved> of(long postId) {
        return Rows.query(
                dataSource,
                "select number, title, saved_at, saved_by from post_version where post_id = ? order by number desc",
                row -> new Saved(
                        row.getInt("number"),
                        row.getString("title"),
                        Rows.instant(row, "saved_at"),
                        row.getString("saved_by")),
                postId);
    }

    @Allowed(Permission.READ)
    public Optional<PostVersion> find(long postId, int number) {
        return Rows.query(
                        dataSource,
                        COLUMNS + " where post_id = ? and number = ?",
                        PostVersions::version,
                        postId,
                        number)
                .stream()
                .findFirst();
    }

    private Optional<PostVersion> last(long postId) {
        return Rows.query(
                        dataSource,
                        COLUMNS + " where post_id = ? order by number desc fetch first row only",
                        PostVersions::version,
                        postId)
                .stream()
                .findFirst();
    }

    private static PostVersion version(ResultSet row) throws SQLException {
        return new PostVersion(
                row.getInt("number"),
                row.getString("title"),
                PostFormat.valueOf(row.getString("format")),
                row.getString("body"),
                words(row.getString("servers")),
                words(row.getString("categories")),
                words(row.getString("tags")),
                Rows.instant(row, "saved_at"),
                row.getString("saved_by"));
    }

    private static List<String> words(String text) {
        return text == null || text.isEmpty() ? List.of() : List.of(text.split(BETWEEN));
    }
}
