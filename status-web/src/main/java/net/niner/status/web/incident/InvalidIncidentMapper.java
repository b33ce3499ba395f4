package net.niner.status.web.incident;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.LinkedHashMap;
import java.util.Map;
import net.niner.status.incident.InvalidIncident;
import net.niner.status.incident.InvalidIncident.Fault;
import net.niner.status.web.platform.api.ProblemDetail;

/** Names each field that cannot be used. */
@Provider
public class InvalidIncidentMapper implements ExceptionMapper<InvalidIncident> {

    @Context
    private UriInfo asked;

    @Override
    public Response toResponse(InvalidIncident invalid) {
        Map<String, String> faults = new LinkedHashMap<>();
        invalid.problems()
                .forEach(problem ->
                        faults.merge(problem.field(), sentence(problem.fault()), (one, other) -> one + ", " + other));
        return ProblemDetail.fields(faults).answerTo(asked).build();
    }

    static String sentence(Fault fault) {
        return switch (fault) {
            case TITLE_MISSING -> "is missing";
            case TITLE_LONG -> "is too long";
            case TEXT_MISSING -> "is missing";
            case TEXT_LONG -> "is too long";
            case NO_SERVER -> "must name at least one server";
            case NO_SUCH_SERVER -> "names a server that is not there";
            case FUTURE -> "lies in the future";
            case NOTICED_BEFORE_BEGAN -> "lies before the beginning";
            case RESOLVED_BEFORE_NOTICED -> "lies before it was noticed";
            case STATE -> "does not allow that";
            case NAME_MISSING -> "is missing";
            case NAME_LONG -> "is too long";
            case NAME_TAKEN -> "is taken";
            case MINUTES -> "is out of range";
        };
    }
}
