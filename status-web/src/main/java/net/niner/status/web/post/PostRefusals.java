package net.niner.status.web.post;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import net.niner.status.post.InvalidPost;
import net.niner.status.post.NoSuchPost;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.faces.Refusals;

/** Says why something about posts was refused. */
@ApplicationScoped
public class PostRefusals implements Refusals {

    @Inject
    private Visitor visitor;

    @Override
    public Optional<String> explain(Throwable refusal) {
        if (refusal instanceof NoSuchPost) {
            return Optional.of(visitor.text("post.refused.missing"));
        }
        if (refusal instanceof InvalidPost) {
            return Optional.of(visitor.text("post.refused.state"));
        }
        return Optional.empty();
    }
}
