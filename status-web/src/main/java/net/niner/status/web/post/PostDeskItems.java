package net.niner.status.web.post;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.niner.status.account.Actor;
import net.niner.status.account.Caller;
import net.niner.status.account.Permission;
import net.niner.status.post.PostLine;
import net.niner.status.post.PostList;
import net.niner.status.web.desk.DeskItem;
import net.niner.status.web.desk.DeskItem.Urgency;
import net.niner.status.web.desk.DeskItems;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.Words;

/** Posts that should be out and are not, and what this person began and left lying. */
@RequestScoped
public class PostDeskItems implements DeskItems {

    private static final Duration TOO_LATE = Duration.ofMinutes(5);
    private static final Duration OLD = Duration.ofDays(1);
    private static final int MOST = 5;

    @EJB
    private PostList list;

    @Inject
    private Clock clock;

    @Inject
    private Visitor visitor;

    @Override
    public List<DeskItem> items() {
        Optional<Actor> editor = Caller.current().filter(who -> who.may(Permission.POSTS));
        if (editor.isEmpty()) {
            return List.of();
        }
        Words words = visitor.words();
        Instant now = clock.instant();
        List<DeskItem> items = new ArrayList<>();
        list.overdue(now.minus(TOO_LATE), MOST)
                .rows()
                .forEach(post -> items.add(new DeskItem(
                        Urgency.SOON,
                        words.of("post.desk.overdue", post.title()),
                        words.of("post.desk.overdue.detail"),
                        post.publishedAt(),
                        words.of("post.desk.look"),
                        address(post))));
        list.lyingAbout(editor.get().name(), now.minus(OLD), MOST)
                .rows()
                .forEach(post -> items.add(new DeskItem(
                        Urgency.LATER,
                        words.of("post.desk.draft", post.title()),
                        "",
                        post.changedAt(),
                        words.of("post.desk.finish"),
                        address(post))));
        return items;
    }

    private static String address(PostLine post) {
        return "/admin/post?id=" + post.id();
    }
}
