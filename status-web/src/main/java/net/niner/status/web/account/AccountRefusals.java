package net.niner.status.web.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import net.niner.status.account.AccountRefused;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.faces.Refusals;

/** Says why something about accounts was refused. */
@ApplicationScoped
public class AccountRefusals implements Refusals {

    @Inject
    private Visitor visitor;

    @Override
    public Optional<String> explain(Throwable refusal) {
        return refusal instanceof AccountRefused refused
                ? Optional.of(
                        visitor.words().of("account.refused." + refused.why().name(), refused.details()))
                : Optional.empty();
    }
}
