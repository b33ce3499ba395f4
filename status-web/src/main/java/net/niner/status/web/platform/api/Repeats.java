package net.niner.status.web.platform.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.bind.Jsonb;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import net.niner.status.account.Caller;
import net.niner.status.platform.Answered;
import net.niner.status.platform.RepeatedRequests;

/** Answers a request that makes something, once, however often it is sent with the same {@code Idempotency-Key}. */
@ApplicationScoped
public class Repeats {

    /** The header with the client's key, from 1 to 200 visible ASCII characters. */
    public static final String KEY = "Idempotency-Key";

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,200}");

    @EJB
    private RepeatedRequests requests;

    private final Jsonb json = new JsonForm().getContext(Made.class);

    /**
     * Something that was made.
     *
     * @param location its address, from the root of the site
     * @param body has a {@code version}, which becomes the answer's ETag
     */
    public record Made(String location, Object body) {}

    /**
     * @param key as the client sent it, null for none: then it is done each time
     * @param request what tells one request from another: its method, address and body
     */
    public Response once(String key, String request, Supplier<Made> action) {
        if (key == null) {
            return response(requests.each(() -> answered(action.get())));
        }
        if (!VISIBLE.matcher(key).matches()) {
            throw Refused.badRequest(KEY + " must be from 1 to 200 visible ASCII characters");
        }
        return response(requests.once(Caller.required().name(), key, digest(request), () -> answered(action.get())));
    }

    private Answered answered(Made made) {
        return new Answered(Response.Status.CREATED.getStatusCode(), made.location(), json.toJson(made.body()));
    }

    private static Response response(Answered answer) {
        return Response.status(answer.status())
                .location(URI.create(answer.location()))
                .header("ETag", Versions.tag(version(answer.body()), answer.body()))
                .type(MediaType.APPLICATION_JSON)
                .entity(answer.body())
                .build();
    }

    private static int version(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject().getInt("version");
        }
    }

    private static String digest(String request) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(request.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
