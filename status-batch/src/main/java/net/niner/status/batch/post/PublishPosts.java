package net.niner.status.batch.post;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import net.niner.status.post.Posts;

/** Publishes the posts that were scheduled for a time that has come. */
@Named
@Dependent
public class PublishPosts extends AbstractBatchlet {

    @Inject
    private Posts posts;

    @Inject
    private Clock clock;

    @Override
    public String process() {
        return "published " + posts.publishDue(clock.instant()) + " posts";
    }
}
