package net.niner.status.web.platform.api;

import jakarta.json.JsonArray;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;
import java.util.stream.Collectors;

/** A request that a resource cannot use; the message says why. */
public class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Response.StatusType status;
    private final transient JsonArray errors;

    private Refused(Response.StatusType status, String message, JsonArray errors) {
        super(message);
        this.status = status;
        this.errors = errors;
    }

    public static Refused badRequest(String message) {
        return new Refused(Status.BAD_REQUEST, message, null);
    }

    static Refused tooLarge(int limit) {
        return new Refused(Status.REQUEST_ENTITY_TOO_LARGE, "the body is larger than " + limit + " bytes", null);
    }

    static Refused preconditionRequired() {
        return new Refused(
                Status.PRECONDITION_REQUIRED,
                "If-Match must name the ETag of what you read, lest you undo what others did",
                null);
    }

    static Refused preconditionFailed() {
        return new Refused(Status.PRECONDITION_FAILED, "If-Match must be the ETag of what you read, as \"3\"", null);
    }

    /** @param faults by field: what is wrong with it */
    static Refused fields(Map<String, String> faults) {
        return new Refused(Status.BAD_REQUEST, sentence(faults), JsonBody.errors(faults));
    }

    /** The whole of it in one sentence. */
    static String sentence(Map<String, String> faults) {
        return faults.entrySet().stream()
                .map(fault -> fault.getKey() + " " + fault.getValue())
                .collect(Collectors.joining("; "));
    }

    Response.StatusType status() {
        return status;
    }

    /** Null where no field is at fault. */
    JsonArray errors() {
        return errors;
    }
}
