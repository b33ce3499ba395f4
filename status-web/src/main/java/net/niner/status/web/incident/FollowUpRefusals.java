package net.niner.status.web.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Collectors;
import net.niner.status.incident.InvalidFollowUp;
import net.niner.status.incident.NoSuchFollowUp;
import net.niner.status.incident.NoSuchPostMortem;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.faces.Refusals;

/** Says why something about post-mortems and follow-ups was refused. */
@ApplicationScoped
public class FollowUpRefusals implements Refusals {

    @Inject
    private Visitor visitor;

    @Override
    public Optional<String> explain(Throwable refusal) {
        if (refusal instanceof InvalidFollowUp invalid) {
            return Optional.of(invalid.problems().stream()
                    .map(problem -> visitor.textFor("followup.fault", problem.fault()))
                    .collect(Collectors.joining(" ")));
        }
        if (refusal instanceof NoSuchFollowUp) {
            return Optional.of(visitor.text("followup.missing"));
        }
        return refusal instanceof NoSuchPostMortem
                ? Optional.of(visitor.text("followup.missing.postmortem"))
                : Optional.empty();
    }
}
