package net.niner.status.web.maintenance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Collectors;
import net.niner.status.maintenance.InvalidMaintenance;
import net.niner.status.maintenance.NoSuchMaintenance;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.faces.Refusals;

/** Says why something about maintenance was refused. */
@ApplicationScoped
public class MaintenanceRefusals implements Refusals {

    @Inject
    private Visitor visitor;

    @Override
    public Optional<String> explain(Throwable refusal) {
        if (refusal instanceof NoSuchMaintenance) {
            return Optional.of(visitor.text("maintenance.refused.missing"));
        }
        return refusal instanceof InvalidMaintenance invalid
                ? Optional.of(invalid.problems().stream()
                        .map(problem -> visitor.textFor("maintenance.fault", problem.fault()))
                        .collect(Collectors.joining(" ")))
                : Optional.empty();
    }
}
