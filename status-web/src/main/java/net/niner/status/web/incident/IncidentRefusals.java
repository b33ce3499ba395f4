package net.niner.status.web.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Collectors;
import net.niner.status.incident.InvalidIncident;
import net.niner.status.incident.NoSuchIncident;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.faces.Refusals;

/** Says why something about incidents was refused, where no field is there to say it beside. */
@ApplicationScoped
public class IncidentRefusals implements Refusals {

    @Inject
    private Visitor visitor;

    @Override
    public Optional<String> explain(Throwable refusal) {
        if (refusal instanceof NoSuchIncident) {
            return Optional.of(visitor.text("incident.refused.missing"));
        }
        return refusal instanceof InvalidIncident invalid
                ? Optional.of(invalid.problems().stream()
                        .map(problem -> visitor.textFor("incident.fault", problem.fault()))
                        .distinct()
                        .collect(Collectors.joining(" ")))
                : Optional.empty();
    }
}
