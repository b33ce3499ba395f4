package net.niner.status.web.platform.api;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Names each field that cannot be used, with all that is wrong with it. */
public abstract class InvalidMapper<E extends RuntimeException> implements ExceptionMapper<E> {

    @Context
    private UriInfo asked;

    @Override
    public Response toResponse(E invalid) {
        Map<String, String> faults = new LinkedHashMap<>();
        name(invalid, (field, sentence) -> faults.merge(field, sentence, (one, other) -> one + ", " + other));
        return ProblemDetail.fields(faults).answerTo(asked).build();
    }

    /** @param fault takes a field, and what is wrong with it */
    protected abstract void name(E invalid, BiConsumer<String, String> fault);

    /** The sentence, and behind it what was given, where that says more. */
    protected static String with(String sentence, String given) {
        return given.isEmpty() ? sentence : sentence + ": " + given;
    }
}
