package net.niner.status.web.post;

import jakarta.ws.rs.ext.Provider;
import java.util.function.BiConsumer;
import net.niner.status.post.InvalidPost;
import net.niner.status.post.InvalidPost.Fault;
import net.niner.status.web.platform.api.InvalidMapper;

/** Names each field that cannot be used. */
@Provider
public class InvalidPostMapper extends InvalidMapper<InvalidPost> {

    @Override
    protected void name(InvalidPost invalid, BiConsumer<String, String> fault) {
        invalid.problems()
                .forEach(problem -> fault.accept(problem.field(), with(sentence(problem.fault()), problem.value())));
    }

    static String sentence(Fault fault) {
        return switch (fault) {
            case TITLE_MISSING -> "is missing";
            case TITLE_LONG -> "is too long, with the codes of the servers in front";
            case BODY_MISSING -> "is missing";
            case BODY_LONG -> "is too long";
            case NO_SUCH_SERVER -> "names a server that is not there";
            case NO_SUCH_CATEGORY -> "names a category that is not there";
            case TAG_LONG -> "has a tag that is too long";
            case TAG_WORDLESS -> "has a tag without letters or digits, or with signs that cannot be seen";
            case TIME_PAST -> "lies in the past";
            case REASON_LONG -> "is too long";
            case STATE -> "does not allow that";
        };
    }
}
