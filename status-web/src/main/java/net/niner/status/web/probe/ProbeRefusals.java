package net.niner.status.web.probe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import net.niner.status.platform.ChangedMeanwhile;
import net.niner.status.probe.NoSuchCheck;
import net.niner.status.probe.TooManyTrials;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.faces.Refusals;

/** Says why something about checks was refused. */
@ApplicationScoped
public class ProbeRefusals implements Refusals {

    @Inject
    private Visitor visitor;

    @Override
    public Optional<String> explain(Throwable refusal) {
        if (refusal instanceof NoSuchCheck) {
            return Optional.of(visitor.text("probe.refused.missing"));
        }
        if (refusal instanceof TooManyTrials) {
            return Optional.of(visitor.text("probe.trial.busy"));
        }
        return refusal instanceof ChangedMeanwhile
                ? Optional.of(visitor.text("probe.refused.changed"))
                : Optional.empty();
    }
}
