package net.niner.status.post;

import java.util.List;

/**
 * Which posts the back office lists; null for all.
 *
 * @param text in the title or the address, in any case
 * @param categories ids, one of which it is in; empty for all
 * @param server code
 */
public record PostFilter(String text, PostState state, List<Long> categories, String server) {

    public static final PostFilter ALL = new PostFilter(null, null, List.of(), null);

    public PostFilter {
        categories = List.copyOf(categories);
    }

    /** By what the list is put in order. */
    public enum Sort {
        /** Drafts, then what is scheduled, then what is published, then what is withdrawn. */
        STATE("case p.state when 'DRAFT' then 1 when 'SCHEDULED' then 2 when 'PUBLISHED' then 3 else 4 end"),
        TITLE("lower(p.title)"),
        PUBLISHED("coalesce(p.published_at, p.changed_at)"),
        CHANGED("p.changed_at");

        final String column;

        Sort(String column) {
            this.column = column;
        }
    }
}
