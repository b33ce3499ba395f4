package net.niner.status.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one vault of the application, opened with the key of its data directory. */
@ApplicationScoped
public class Secrets {

    @Inject
    @ConfigProperty(name = "status.data")
    private Path data;

    @Produces
    @Singleton
    Vault vault() {
        try {
            return Vault.inDirectory(data);
        } catch (VaultException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
