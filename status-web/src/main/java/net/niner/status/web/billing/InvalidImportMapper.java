package net.niner.status.web.billing;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import net.niner.status.billing.ImportProblem;
import net.niner.status.billing.InvalidImport;
import net.niner.status.web.platform.api.ProblemDetail;

/** Names each thing that is wrong with the files of an import, with file, line and column. */
@Provider
public class InvalidImportMapper implements ExceptionMapper<InvalidImport> {

    @Context
    private UriInfo asked;

    @Override
    public Response toResponse(InvalidImport invalid) {
        return new ProblemDetail(ProblemDetail.UNPROCESSABLE_CONTENT, invalid.getMessage(), errors(invalid.problems()))
                .answerTo(asked)
                .build();
    }

    private static JsonArray errors(List<ImportProblem> problems) {
        JsonArrayBuilder errors = Json.createArrayBuilder();
        problems.forEach(problem -> errors.add(Json.createObjectBuilder()
                .add("file", problem.file())
                .add("line", problem.line())
                .add("field", problem.column())
                .add("message", problem.why())));
        return errors.build();
    }
}
