package net.niner.status.web.probe;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import net.niner.status.probe.InvalidServersFile;
import net.niner.status.probe.Problem;
import net.niner.status.web.platform.api.ProblemDetail;

/** Names each thing that is wrong with a servers file, with its line. */
@Provider
public class InvalidServersFileMapper implements ExceptionMapper<InvalidServersFile> {

    @Context
    private UriInfo asked;

    @Override
    public Response toResponse(InvalidServersFile invalid) {
        return new ProblemDetail(ProblemDetail.UNPROCESSABLE_CONTENT, invalid.getMessage(), errors(invalid.problems()))
                .answerTo(asked)
                .build();
    }

    static JsonArray errors(List<Problem> problems) {
        JsonArrayBuilder errors = Json.createArrayBuilder();
        problems.forEach(problem -> errors.add(Json.createObjectBuilder()
                .add("line", problem.line())
                .add("field", problem.field())
                .add("message", problem.message())));
        return errors.build();
    }
}
