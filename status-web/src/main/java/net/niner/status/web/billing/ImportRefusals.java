package net.niner.status.web.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import net.niner.status.billing.ImportRefusal;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.faces.Refusals;

/** Says why something about an upload was refused. */
@ApplicationScoped
public class ImportRefusals implements Refusals {

    @Inject
    private Visitor visitor;

    @Override
    public Optional<String> explain(Throwable refusal) {
        return refusal instanceof ImportRefusal refused ? Optional.of(visitor.text(key(refused))) : Optional.empty();
    }

    static String key(ImportRefusal refusal) {
        return refusal.why() == ImportRefusal.Why.UNDER_WAY ? "billingimport.busy" : "billingimport.gone";
    }
}
