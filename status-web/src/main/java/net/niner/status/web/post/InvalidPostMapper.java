package net.niner.status.web.post;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.LinkedHashMap;
import java.util.Map;
import net.niner.status.post.InvalidPost;
import net.niner.status.post.InvalidPost.Fault;
import net.niner.status.web.platform.api.ProblemDetail;

/** Names each field that cannot be used. */
@Provider
public class InvalidPostMapper implements ExceptionMapper<InvalidPost> {

    @Context
    private UriInfo asked;

    @Override
    public Response toResponse(InvalidPost invalid) {
        Map<String, String> faults = new LinkedHashMap<>();
        invalid.problems()
                .forEach(problem -> faults.merge(
                        problem.field(),
                        sentence(problem.fault()) + value(problem.value()),
                        (one, other) -> one + ", " + other));
        return ProblemDetail.fields(faults).answerTo(asked).build();
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

    private static String value(String given) {
        return given.isEmpty() ? "" : ": " + given;
    }
}
