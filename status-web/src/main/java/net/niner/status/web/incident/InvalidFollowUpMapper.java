package net.niner.status.web.incident;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.LinkedHashMap;
import java.util.Map;
import net.niner.status.incident.InvalidFollowUp;
import net.niner.status.incident.InvalidFollowUp.Fault;
import net.niner.status.web.platform.api.ProblemDetail;

/** Names each field that cannot be used. */
@Provider
public class InvalidFollowUpMapper implements ExceptionMapper<InvalidFollowUp> {

    @Context
    private UriInfo asked;

    @Override
    public Response toResponse(InvalidFollowUp invalid) {
        Map<String, String> faults = new LinkedHashMap<>();
        invalid.problems()
                .forEach(problem ->
                        faults.merge(problem.field(), sentence(problem.fault()), (one, other) -> one + ", " + other));
        return ProblemDetail.fields(faults).answerTo(asked).build();
    }

    static String sentence(Fault fault) {
        return switch (fault) {
            case TEXT_MISSING -> "is missing";
            case OWNER_MISSING -> "is missing";
            case TOO_LONG -> "is too long";
            case ONGOING_HAS_NO_DATE -> "has no place on what is ongoing, and what has one is not ongoing";
            case REASON_MISSING -> "is missing";
            case LINK -> "is no address of http or https";
            case NO_SUCH_CHECK -> "names a check that is not there";
        };
    }
}
