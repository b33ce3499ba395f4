package net.niner.status.web.platform.api;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;

/**
 * Why the API says no, in the form of RFC 9457. The type is always {@code about:blank}: the status says what kind of problem it is.
 *
 * @param detail a sentence that a person can act on
 * @param errors what is wrong with each field of what was sent, null where that says nothing
 */
public record ProblemDetail(Response.StatusType status, String detail, JsonArray errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** Well-formed, but what it says cannot be done (RFC 9110, section 15.5.21). */
    public static final Response.StatusType UNPROCESSABLE_CONTENT = new Unprocessable();

    public ProblemDetail(Response.StatusType status, String detail) {
        this(status, detail, null);
    }

    /** Well-formed, but these fields cannot be used. @param faults by field: what is wrong with it */
    public static ProblemDetail fields(Map<String, String> faults) {
        return new ProblemDetail(UNPROCESSABLE_CONTENT, Refused.sentence(faults), JsonBody.errors(faults));
    }

    /** An answer to a request for this address; headers may be added. */
    public Response.ResponseBuilder answerTo(UriInfo asked) {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(json(asked.getRequestUri().getRawPath()));
    }

    JsonObject json(String instance) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", status.getReasonPhrase())
                .add("status", status.getStatusCode())
                .add("detail", detail)
                .add("instance", instance);
        return (errors == null ? json : json.add("errors", errors)).build();
    }

    /** Jakarta REST has no constant for it. */
    private record Unprocessable() implements Response.StatusType {

        @Override
        public int getStatusCode() {
            return 422;
        }

        @Override
        public Response.Status.Family getFamily() {
            return Response.Status.Family.CLIENT_ERROR;
        }

        @Override
        public String getReasonPhrase() {
            return "Unprocessable Content";
        }
    }
}
