package net.niner.status.post;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.niner.status.account.Actor;
import net.niner.status.account.Permission;

/** What the tests of posts share. */
final class PostITs {

    static final Actor ANN = new Actor(null, "ann@example.org", "192.0.2.7", Set.of(Permission.READ, Permission.POSTS));
    static final Actor BOB = new Actor(null, "bob@example.org", null, Set.of(Permission.READ, Permission.POSTS));
    static final Actor READER = new Actor(null, "eve@example.org", null, Set.of(Permission.READ));

    private PostITs() {}

    static PostDraft draft(String title, String body, String... tags) {
        return new PostDraft(title, PostFormat.MARKDOWN, body, Set.of(), Set.of(), new LinkedHashSet<>(List.of(tags)));
    }
}
