package net.niner.status.web.platform.api;

import jakarta.ejb.EJBException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.niner.status.account.Forbidden;
import net.niner.status.account.Permission;
import net.niner.status.batch.platform.BadParameter;
import net.niner.status.batch.platform.JobRunning;
import net.niner.status.batch.platform.NoSuchExecution;
import net.niner.status.batch.platform.NoSuchJob;
import net.niner.status.batch.platform.NotAbandonable;
import net.niner.status.batch.platform.NotRestartable;
import net.niner.status.batch.platform.NotRunning;
import net.niner.status.platform.ChangedMeanwhile;
import net.niner.status.platform.RequestRefused;

/** Turns whatever was thrown into a {@link ProblemDetail}. What nobody foresaw is logged, and the client is told no more than where. */
@Provider
public class Failures implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(Failures.class.getName());

    private static final Map<Class<?>, Status> KNOWN = Map.of(
            NoSuchJob.class, Status.NOT_FOUND,
            NoSuchExecution.class, Status.NOT_FOUND,
            BadParameter.class, Status.BAD_REQUEST,
            JobRunning.class, Status.CONFLICT,
            NotRunning.class, Status.CONFLICT,
            NotRestartable.class, Status.CONFLICT,
            NotAbandonable.class, Status.CONFLICT);

    @Context
    private UriInfo asked;

    @Context
    private Providers providers;

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof EJBException && thrown.getCause() != null) {
            return unwrapped(thrown.getCause());
        }
        if (thrown instanceof WebApplicationException refusal) {
            return answer(refusal.getResponse());
        }
        return problemOf(thrown).answerTo(asked).build();
    }

    private <T extends Throwable> Response unwrapped(T cause) {
        @SuppressWarnings("unchecked")
        Class<T> type = (Class<T>) cause.getClass();
        return providers.getExceptionMapper(type).toResponse(cause);
    }

    private Response answer(Response refusal) {
        if (refusal.getStatusInfo().getFamily() == Response.Status.Family.REDIRECTION) {
            return refusal;
        }
        String allowed = String.join(", ", refusal.getAllowedMethods());
        Response.ResponseBuilder answer =
                new ProblemDetail(refusal.getStatusInfo(), reason(refusal.getStatus(), allowed)).answerTo(asked);
        return (allowed.isEmpty() ? answer : answer.header(HttpHeaders.ALLOW, allowed)).build();
    }

    /** What the container's own refusals mean to a client. */
    static String reason(int status, String allowed) {
        return switch (status) {
            case 404 -> "there is nothing at this address";
            case 405 -> "this address takes " + allowed + " only";
            case 406 -> "the answer is JSON, and Accept does not allow that";
            case 415 -> "this address does not take a body of that Content-Type";
            default -> "the request cannot be understood";
        };
    }

    /** @return a problem that tells nothing of the inside */
    static ProblemDetail problemOf(Throwable thrown) {
        if (thrown instanceof Refused refused) {
            return new ProblemDetail(refused.status(), refused.getMessage(), refused.errors());
        }
        if (thrown instanceof Forbidden forbidden) {
            return forbidden(forbidden.missing());
        }
        if (thrown instanceof ChangedMeanwhile) {
            return new ProblemDetail(
                    Status.PRECONDITION_FAILED,
                    "somebody else changed this meanwhile; read it again, and send its new ETag");
        }
        if (thrown instanceof RequestRefused refused) {
            return new ProblemDetail(
                    refused.isUnderWay() ? Status.CONFLICT : ProblemDetail.UNPROCESSABLE_CONTENT, refused.getMessage());
        }
        Status known = KNOWN.get(thrown.getClass());
        if (known != null) {
            return new ProblemDetail(known, thrown.getMessage());
        }
        String reference = UUID.randomUUID().toString();
        LOG.log(Level.SEVERE, thrown, () -> "a request to the API failed, reference " + reference);
        return new ProblemDetail(
                Status.INTERNAL_SERVER_ERROR, "something failed here; the log has it under the reference " + reference);
    }

    /** @param missing null where nobody signed in at all */
    static ProblemDetail forbidden(Permission missing) {
        return missing == null
                ? new ProblemDetail(Status.UNAUTHORIZED, "this needs a token, as Authorization: Bearer")
                : new ProblemDetail(Status.FORBIDDEN, "this token lacks the permission " + missing);
    }
}
