package net.niner.status.web.maintenance;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.LinkedHashMap;
import java.util.Map;
import net.niner.status.maintenance.InvalidMaintenance;
import net.niner.status.maintenance.InvalidMaintenance.Fault;
import net.niner.status.web.platform.api.ProblemDetail;

/** Names each field that cannot be used. */
@Provider
public class InvalidMaintenanceMapper implements ExceptionMapper<InvalidMaintenance> {

    @Context
    private UriInfo asked;

    @Override
    public Response toResponse(InvalidMaintenance invalid) {
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
            case TITLE_LONG -> "is too long";
            case SERVERS_MISSING -> "must name at least one server";
            case NO_SUCH_SERVER -> "names a server that is not there";
            case TIME_MISSING -> "is missing";
            case ENDS_BEFORE -> "lies before the beginning";
            case PAST -> "lies in the past";
            case TOO_LONG -> "is too far from the beginning for one window";
            case REASON_MISSING -> "is missing";
            case REASON_LONG -> "is too long";
            case STATE -> "does not allow that";
        };
    }

    private static String value(String given) {
        return given.isEmpty() ? "" : ": " + given;
    }
}
