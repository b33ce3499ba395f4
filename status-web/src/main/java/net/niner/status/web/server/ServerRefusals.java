package net.niner.status.web.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import net.niner.status.server.NoSuchServer;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.faces.Refusals;

/** Says why something about servers was refused. */
@ApplicationScoped
public class ServerRefusals implements Refusals {

    @Inject
    private Visitor visitor;

    @Override
    public Optional<String> explain(Throwable refusal) {
        return refusal instanceof NoSuchServer ? Optional.of(visitor.text("server.refused.missing")) : Optional.empty();
    }
}
