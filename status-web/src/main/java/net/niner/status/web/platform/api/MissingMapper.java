package net.niner.status.web.platform.api;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Says that there is none. */
public abstract class MissingMapper<E extends RuntimeException> implements ExceptionMapper<E> {

    @Context
    private UriInfo asked;

    @Override
    public Response toResponse(E missing) {
        return new ProblemDetail(Response.Status.NOT_FOUND, missing.getMessage())
                .answerTo(asked)
                .build();
    }
}
