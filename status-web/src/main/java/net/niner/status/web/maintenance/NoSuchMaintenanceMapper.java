package net.niner.status.web.maintenance;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import net.niner.status.maintenance.NoSuchMaintenance;
import net.niner.status.web.platform.api.ProblemDetail;

/** Says that there is none. */
@Provider
public class NoSuchMaintenanceMapper implements ExceptionMapper<NoSuchMaintenance> {

    @Context
    private UriInfo asked;

    @Override
    public Response toResponse(NoSuchMaintenance missing) {
        return new ProblemDetail(Response.Status.NOT_FOUND, missing.getMessage())
                .answerTo(asked)
                .build();
    }
}
