package net.niner.status.web.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Collectors;
import net.niner.status.billing.InvalidBilling;
import net.niner.status.billing.InvalidRun;
import net.niner.status.billing.NoSuchClient;
import net.niner.status.billing.NoSuchRun;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.faces.Refusals;

/** Says why something about billing was refused. */
@ApplicationScoped
public class BillingRefusals implements Refusals {

    @Inject
    private Visitor visitor;

    @Override
    public Optional<String> explain(Throwable refusal) {
        if (refusal instanceof NoSuchRun || refusal instanceof NoSuchClient) {
            return Optional.of(visitor.text("billing.missing"));
        }
        if (refusal instanceof InvalidRun invalid) {
            return Optional.of(visitor.textFor("billing.run.fault", invalid.fault()));
        }
        return refusal instanceof InvalidBilling invalid
                ? Optional.of(invalid.problems().stream()
                        .map(problem -> visitor.textFor("billing.fault", problem.fault()))
                        .distinct()
                        .collect(Collectors.joining(" ")))
                : Optional.empty();
    }
}
