package net.niner.status.web.billing;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import net.niner.status.billing.ImportRefusal;
import net.niner.status.web.platform.api.ProblemDetail;

/** There is no such upload, its rows are gone, or are being applied. */
@Provider
public class ImportRefusalMapper implements ExceptionMapper<ImportRefusal> {

    @Context
    private UriInfo asked;

    @Override
    public Response toResponse(ImportRefusal refusal) {
        Response.Status status =
                switch (refusal.why()) {
                    case NOT_THERE -> Response.Status.NOT_FOUND;
                    case NOT_READY, UNDER_WAY -> Response.Status.CONFLICT;
                };
        return new ProblemDetail(status, refusal.getMessage()).answerTo(asked).build();
    }
}
