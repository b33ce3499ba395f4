package net.niner.status.web.incident;

import jakarta.ws.rs.ext.Provider;
import java.util.function.BiConsumer;
import net.niner.status.incident.InvalidIncident;
import net.niner.status.incident.InvalidIncident.Fault;
import net.niner.status.web.platform.api.InvalidMapper;

/** Names each field that cannot be used. */
@Provider
public class InvalidIncidentMapper extends InvalidMapper<InvalidIncident> {

    @Override
    protected void name(InvalidIncident invalid, BiConsumer<String, String> fault) {
        invalid.problems().forEach(problem -> fault.accept(problem.field(), sentence(problem.fault())));
    }

    static String sentence(Fault fault) {
        return switch (fault) {
            case TITLE_MISSING -> "is missing";
            case TITLE_LONG -> "is too long";
            case TEXT_MISSING -> "is missing";
            case TEXT_LONG -> "is too long";
            case NO_SERVER -> "must name at least one server";
            case NO_SUCH_SERVER -> "names a server that is not there";
            case FUTURE -> "lies in the future";
            case NOTICED_BEFORE_BEGAN -> "lies before the beginning";
            case RESOLVED_BEFORE_NOTICED -> "lies before it was noticed";
            case STATE -> "does not allow that";
            case NAME_MISSING -> "is missing";
            case NAME_LONG -> "is too long";
            case NAME_TAKEN -> "is taken";
            case MINUTES -> "is out of range";
        };
    }
}
