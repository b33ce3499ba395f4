package net.niner.status.post;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import net.niner.status.platform.Markup;
import net.niner.status.platform.Rows;

/** What the search index asks of the database. */
final class ChangedPosts {

    /** So many texts are in memory at a time. */
    private static final int PAGE = 200;

    /** @param published false for what is not to be found */
    record Mark(long id, int version, boolean published) {}

    /** A post as it is searched. */
    record Searched(
            long id,
            int version,
            String path,
            String title,
            Instant publishedAt,
            String text,
            List<String> codes,
            List<String> tags) {}

    private final DataSource dataSource;

    ChangedPosts(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** All that changed since then, or ever. */
    List<Mark> since(Instant from) {
        return Rows.query(
                dataSource,
                "select id, version, state from post where changed_at >= ?",
                row -> new Mark(
                        row.getLong("id"),
                        row.getInt("version"),
                        PostState.PUBLISHED.name().equals(row.getString("state"))),
                Rows.time(from));
    }

    int published() {
        return Rows.query(dataSource, "select count(*) from post where state = 'PUBLISHED'", row -> row.getInt(1))
                .get(0);
    }

    /** Hands these over in pages; what was removed meanwhile is left out. */
    void read(List<Long> ids, Consumer<Searched> each) {
        for (int at = 0; at < ids.size(); at += PAGE) {
            Object[] page = ids.subList(at, Math.min(ids.size(), at + PAGE)).toArray();
            String marks = String.join(", ", Collections.nCopies(page.length, "?"));
            Map<Long, List<String>> codes = words(
                    "select x.post_id, s.code from post_server x join server s on s.id = x.server_id where x.post_id in ("
                            + marks + ")",
                    page);
            Map<Long, List<String>> tags = words(
                    "select x.post_id, t.name from post_tag x join tag t on t.id = x.tag_id where x.post_id in ("
                            + marks + ")",
                    page);
            Rows.query(
                            dataSource,
                            "select id, version, path, title, published_at, html from post where state = 'PUBLISHED' and id in ("
                                    + marks + ")",
                            row -> new Searched(
                                    row.getLong("id"),
                                    row.getInt("version"),
                                    row.getString("path"),
                                    row.getString("title"),
                                    Rows.instant(row, "published_at"),
                                    Markup.text(row.getString("html")),
                                    codes.getOrDefault(row.getLong("id"), List.of()),
                                    tags.getOrDefault(row.getLong("id"), List.of())),
                            page)
                    .forEach(each);
        }
    }

    private Map<Long, List<String>> words(String query, Object... ids) {
        Map<Long, List<String>> words = new HashMap<>();
        Rows.query(
                dataSource,
                query,
                row -> words.computeIfAbsent(row.getLong(1), none -> new ArrayList<>())
                        .add(row.getString(2)),
                ids);
        return words;
    }
}
