package net.niner.status.web.incident;

import jakarta.ws.rs.ext.Provider;
import java.util.function.BiConsumer;
import net.niner.status.incident.InvalidFollowUp;
import net.niner.status.incident.InvalidFollowUp.Fault;
import net.niner.status.web.platform.api.InvalidMapper;

/** Names each field that cannot be used. */
@Provider
public class InvalidFollowUpMapper extends InvalidMapper<InvalidFollowUp> {

    @Override
    protected void name(InvalidFollowUp invalid, BiConsumer<String, String> fault) {
        invalid.problems().forEach(problem -> fault.accept(problem.field(), sentence(problem.fault())));
    }

    static String sentence(Fault fault) {
        return switch (fault) {
            case TEXT_MISSING -> "is missing";
            case OWNER_MISSING -> "is missing";
            case TOO_LONG -> "is too long";
            case ONGOING_HAS_NO_DATE -> "has no place on what is ongoing, and what has one is not ongoing";
            case REASON_MISSING -> "is missing";
            case LINK -> "is no address of http or https";
            case NO_SUCH_CHECK -> "names a check that is not there";
        };
    }
}
