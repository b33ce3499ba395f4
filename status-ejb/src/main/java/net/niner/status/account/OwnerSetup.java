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
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Logger;
import net.niner.status.platform.Migrations;
import net.niner.status.platform.PrivateFile;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * While the site has no owner, there is a link to become it, in a file that only the owner of the data directory may read: whoever can read
 * that may do everything anyway. A new one is made at each start, and when the old one is too old; the launcher shows it. A person who lost
 * every way in gets a new beginning in the same way, when the setting {@code status.owner.reset} names their e-mail address; that link has a file of
 * its own, so that the launcher knows what it shows.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OwnerSetup {

    public static final String FILE = "owner-setup.link";
    public static final String RESET_FILE = "owner-reset.link";

    private static final Logger LOG = Logger.getLogger(OwnerSetup.class.getName());

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
        remove(RESET_FILE);
        if (accounts.hasOwner()) {
            close();
            lockedOut.map(User::normalised).ifPresent(this::reset);
        } else {
            open();
            lockedOut.ifPresent(email -> LOG.severe("There is no link for " + email
                    + " (status.owner.reset): the site has no owner yet, and there is a link to become it."));
        }
    }

    /** What there is to complain of, the launcher shows at the console. */
    private void reset(String email) {
        Optional<User> person = accounts.withEmail(email);
        if (person.isEmpty()) {
            LOG.severe("There is no link for " + email + " (status.owner.reset): nobody has this e-mail address.");
        } else if (person.get().state() == UserState.DISABLED) {
            LOG.severe("There is no link for " + email
                    + " (status.owner.reset): this person is locked out. An owner can let them in again.");
        } else {
            write(RESET_FILE, accounts.resetFromTheMachine(person.get().id()));
        }
    }

    /** Looks whether the link still holds; one that an earlier owner left behind does not. */
    @Schedule(hour = "*", minute = "*/10", persistent = false)
    public void renew() {
        if (!accounts.hasOwner() && !(links.setupIsOpen() && Files.exists(data.resolve(FILE)))) {
            open();
        }
    }

    private void open() {
        write(FILE, links.issue(LinkKind.SETUP, null));
    }

    /** The site has an owner: neither link nor file is there any more. */
    public void close() {
        links.withdraw(null);
        remove(FILE);
    }

    /** Somebody came by a link: if it is the one of the file, that goes. */
    public void used(String secret) {
        try {
            if (Files.readString(data.resolve(RESET_FILE)).strip().endsWith("=" + secret)) {
                remove(RESET_FILE);
            }
        } catch (NoSuchFileException noSuchLink) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException("the link of an owner cannot be read", e);
        }
    }

    private void write(String file, OneTimeLink link) {
        try {
            PrivateFile.replace(data.resolve(file), link.path());
        } catch (IOException e) {
            throw new UncheckedIOException("the link of an owner cannot be written", e);
        }
    }

    private void remove(String file) {
        try {
            Files.deleteIfExists(data.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the link of an owner cannot be removed", e);
        }
    }
}
