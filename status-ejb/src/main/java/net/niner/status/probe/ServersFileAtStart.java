package net.niner.status.probe;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.niner.status.account.Actor;
import net.niner.status.account.Caller;
import net.niner.status.platform.Migrations;
import net.niner.status.server.Servers;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Applies the servers file at every start, if one is configured; else, on an empty database, the starter that ships with the product. A file
 * that is wrong is a problem for the log, not a reason for a status site to stay dark.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class ServersFileAtStart {

    private static final Logger LOG = Logger.getLogger(ServersFileAtStart.class.getName());
    private static final String STARTER = "/starter-servers.yaml";

    @EJB
    private Migrations migrations;

    @EJB
    private ServersImport servers;

    @EJB
    private Servers known;

    @Inject
    @ConfigProperty(name = "status.servers.file")
    private Optional<Path> file;

    @PostConstruct
    void begin() {
        migrations.await();
        if (file.isPresent()) {
            apply(file.get());
        } else if (known.all().isEmpty()) {
            applyStarter();
        }
    }

    private ImportReport apply(String yaml) {
        return Caller.as(Actor.site(), () -> servers.apply(yaml));
    }

    private void applyStarter() {
        try {
            apply(starter());
        } catch (RuntimeException e) {
            failed("the starter", e);
        }
    }

    private void apply(Path path) {
        try {
            ImportReport report = apply(Files.readString(path));
            LOG.log(Level.INFO, "{0} applied: {1} changes", new Object[] {
                path, report.changes().size()
            });
        } catch (IOException e) {
            LOG.log(Level.SEVERE, "{0} cannot be read: {1}", new Object[] {path, e.getMessage()});
        } catch (InvalidServersFile e) {
            e.problems()
                    .forEach(problem ->
                            LOG.log(Level.SEVERE, "{0}:{1}: {2} {3}; nothing of the file was applied", new Object[] {
                                path, problem.line(), problem.field(), problem.message()
                            }));
        } catch (RuntimeException e) {
            failed(path.toString(), e);
        }
    }

    /** In one line, with the reason at the bottom of whatever the container wrapped around it. */
    private static void failed(String what, RuntimeException failure) {
        Throwable reason = failure;
        while (reason.getCause() != null) {
            reason = reason.getCause();
        }
        LOG.log(Level.SEVERE, "{0} could not be applied: {1}", new Object[] {
            what, reason.toString().lines().findFirst().orElse("")
        });
    }

    private static String starter() {
        try (InputStream in = ServersFileAtStart.class.getResourceAsStream(STARTER)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
