package net.niner.status.account;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import net.niner.status.platform.Migrations;
import net.niner.status.platform.PrivateFile;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * While the site has no owner, there is a link to become it, in a file that only the owner of the data directory may read: whoever can read
 * that may do everything anyway. A new one is made at each start, and when the old one is too old; the launcher shows it. A person who lost
 * every way in gets a new beginning in the same way, when the setting {@code status.owner.reset} names their e-mail address.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OwnerSetup {

    public static final String FILE = "owner-setup.link";

    @EJB
    private Migrations migrations;

    @Inject
    private Accounts accounts;

    @Inject
    private OneTimeLinks links;

    @Inject
    @ConfigProperty(name = "status.data")
    private Path data;

    @Inject
    @ConfigProperty(name = "status.owner.reset")
    private Optional<String> lockedOut;

    @PostConstruct
    void begin() {
        migrations.await();
        if (!accounts.hasOwner()) {
            open(LinkKind.SETUP, null);
            return;
        }
        close();
        lockedOut
                .flatMap(email -> accounts.withEmail(email.strip().toLowerCase(Locale.ROOT)))
                .ifPresent(person -> open(LinkKind.RESET, person.id()));
    }

    /** Looks whether the link still holds; one that an earlier owner left behind does not. */
    @Schedule(hour = "*", minute = "*/10", persistent = false)
    public void renew() {
        if (!accounts.hasOwner() && !(links.setupIsOpen() && Files.exists(file()))) {
            open(LinkKind.SETUP, null);
        }
    }

    private void open(LinkKind kind, Long userId) {
        try {
            PrivateFile.replace(file(), links.issue(kind, userId).path());
        } catch (IOException e) {
            throw new UncheckedIOException("the link of an owner cannot be written", e);
        }
    }

    /** The site has an owner: neither link nor file is there any more. */
    public void close() {
        links.withdraw(null);
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new UncheckedIOException("the link of an owner cannot be removed", e);
        }
    }

    private Path file() {
        return data.resolve(FILE);
    }
}
