package net.niner.status.web.incident;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import net.niner.status.incident.NoSuchIncident;
import net.niner.status.web.platform.api.ProblemDetail;

/** Says that there is none. */
@Provider
public class NoSuchIncidentMapper implements ExceptionMapper<NoSuchIncident> {

    @Context
    private UriInfo asked;

    @Override
    public Response toResponse(NoSuchIncident missing) {
        return new ProblemDetail(Response.Status.NOT_FOUND, missing.getMessage())
                .answerTo(asked)
                .build();
    }
}
