package net.niner.status.web.maintenance;

import jakarta.ws.rs.ext.Provider;
import java.util.function.BiConsumer;
import net.niner.status.maintenance.InvalidMaintenance;
import net.niner.status.maintenance.InvalidMaintenance.Fault;
import net.niner.status.web.platform.api.InvalidMapper;

/** Names each field that cannot be used. */
@Provider
public class InvalidMaintenanceMapper extends InvalidMapper<InvalidMaintenance> {

    @Override
    protected void name(InvalidMaintenance invalid, BiConsumer<String, String> fault) {
        invalid.problems()
                .forEach(problem -> fault.accept(problem.field(), with(sentence(problem.fault()), problem.value())));
    }

    static String sentence(Fault fault) {
        return switch (fault) {
            case TITLE_MISSING -> "is missing";
            case TITLE_LONG -> "is too long";
            case SERVERS_MISSING -> "must name at least one server";
            case NO_SUCH_SERVER -> "names a server that is not there";
            case TIME_MISSING -> "is missing";
            case ENDS_BEFORE -> "lies before the beginning";
            case PAST -> "lies in the past";
            case TOO_LONG -> "is too far from the beginning for one window";
            case REASON_MISSING -> "is missing";
            case REASON_LONG -> "is too long";
            case STATE -> "does not allow that";
        };
    }
}
