package net.niner.status.account;

import jakarta.annotation.Resource;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import net.niner.status.platform.Rows;

/**
 * The short transactions of accounts, for the other services of this package: these hash passwords, which takes too long to hold a connection
 * meanwhile. Longer than other classes, since what one of them does to a person, the others rely on: together they show the order of the locks.
 */
@Stateless
public class Accounts {

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Inject
    private OneTimeLinks links;

    @Inject
    private SecondFactors factors;

    @Inject
    private UserSessions sessions;

    @Inject
    private Audit audit;

    @Inject
    private RefusalTally tally;

    @Inject
    private Clock clock;

    public Optional<User> find(long id) {
        return Optional.ofNullable(em.find(User.class, id));
    }

    public Optional<User> withEmail(String normalised) {
        return em.createQuery("select u from User u where u.email = :email", User.class)
                .setParameter("email", normalised)
                .getResultStream()
                .findFirst();
    }

    /** Active owners; whoever asks holds them until the transaction ends, so that two owners cannot remove each other. */
    public List<Long> lockedOwners() {
        return Rows.query(
                dataSource,
                "select id from app_user where role = 'OWNER' and state = 'ACTIVE' order by id for update",
                row -> row.getLong(1));
    }

    public boolean hasOwner() {
        return !Rows.query(dataSource, "select 1 from app_user where role = 'OWNER' and state = 'ACTIVE'", row -> true)
                .isEmpty();
    }

    /** @throws AccountRefused if somebody has this address */
    public User add(User user) {
        if (withEmail(user.email()).isPresent()) {
            throw new AccountRefused(AccountRefusal.EMAIL_TAKEN);
        }
        em.persist(user);
        em.flush();
        return user;
    }

    /** @param with how the person proved who they are, as the trail tells it */
    public void signedIn(long userId, String address, String with) {
        Rows.update(
                dataSource, "update app_user set last_sign_in_at = ? where id = ?", Rows.time(clock.instant()), userId);
        User user = em.find(User.class, userId);
        recordAs(user.actor(address), "account.sign-in", user.email(), Map.of("with", with));
    }

    /**
     * Tells the trail, at its own time: a refusal must not take longer where there is something to tell.
     *
     * @param email null for an account that does not exist
     */
    @Asynchronous
    public void refused(String email, String address) {
        String account = email == null ? "unknown account" : email;
        int attempts = tally.due(account, clock.instant());
        if (attempts > 0) {
            recordAs(
                    Actor.nobody(address),
                    "account.sign-in-refused",
                    account,
                    Map.of("attempts", String.valueOf(attempts)));
        }
    }

    /** Replaces a hash by a stronger one of the same password, unless the password was changed meanwhile. */
    public void rehash(long userId, String before, String after) {
        Rows.update(
                dataSource,
                "update app_user set password_hash = ? where id = ? and password_hash = ?",
                after,
                userId,
                before);
    }

    public void changePassword(long userId, String hash, long keepSessionId) {
        User user = locked(userId);
        user.protectWith(hash);
        sessions.endOthersOf(userId, keepSessionId);
        audit.record("account.password", user.email(), Map.of(), Map.of());
    }

    public List<String> pair(long userId, String secretBase32, String code) {
        List<String> codes = factors.pair(userId, secretBase32, code);
        audit.record("account.authenticator", locked(userId).email(), Map.of(), Map.of());
        return codes;
    }

    public void unpair(long userId) {
        User user = locked(userId);
        if (user.role().needsSecondFactor()) {
            throw new AccountRefused(AccountRefusal.SECOND_FACTOR_REQUIRED);
        }
        factors.unpair(userId);
        audit.record("account.authenticator-removed", user.email(), Map.of(), Map.of());
    }

    public List<String> newRecoveryCodes(long userId) {
        User user = locked(userId);
        if (!user.hasSecondFactor()) {
            throw new AccountRefused(AccountRefusal.NO_SECOND_FACTOR);
        }
        audit.record("account.recovery-codes", user.email(), Map.of(), Map.of());
        return factors.newRecoveryCodes(userId);
    }

    /** The second factor of an owner who has none yet, right after the password. */
    public List<String> enrol(long userId, String secretBase32, String code, String address) {
        User user = locked(userId);
        if (!user.isActive() || user.hasSecondFactor() || !user.role().needsSecondFactor()) {
            throw new AccountRefused(AccountRefusal.SIGN_IN);
        }
        List<String> codes = factors.pair(userId, secretBase32, code);
        recordAs(user.actor(address), "account.authenticator", user.email(), Map.of());
        signedIn(userId, address, "password, new authenticator");
        return codes;
    }

    /**
     * Makes of a link what it promises: the first owner, a person who has come, or one who is back. The person is locked before the link, as
     * everywhere, and then asked again: somebody may have changed them since the link was looked at.
     *
     * @param totpSecret null for no second factor; then one that was there before is gone
     */
    public Accepted accept(PendingLink link, String email, String name, String hash, String totpSecret, String code) {
        User known = link.userId() == null ? null : locked(link.userId());
        if (!links.use(link.hash()) || (known == null ? hasOwner() : known.state() == UserState.DISABLED)) {
            throw new AccountRefused(AccountRefusal.LINK_INVALID);
        }
        User user = known == null ? add(new User(email, name, link.role(), clock.instant())) : known;
        if (user.role().needsSecondFactor() && totpSecret == null) {
            throw new AccountRefused(AccountRefusal.SECOND_FACTOR_REQUIRED);
        }
        if (link.kind() == LinkKind.INVITATION && name != null && !name.isBlank()) {
            user.rename(name);
        }
        user.protectWith(hash);
        em.flush();
        sessions.endOthersOf(user.id(), 0);
        factors.unpair(user.id());
        List<String> codes = totpSecret == null ? List.of() : factors.pair(user.id(), totpSecret, code);
        recordAs(
                user.actor(Caller.current().map(Actor::address).orElse(null)),
                link.kind() == LinkKind.RESET ? "account.reset-done" : "account.join",
                user.email(),
                Map.of(
                        "name",
                        user.name(),
                        "role",
                        user.role().name(),
                        "second factor",
                        String.valueOf(totpSecret != null)));
        return new Accepted(user.id(), codes);
    }

    /** For whoever runs the site on its machine: the person as it was, and a link to a new beginning. */
    public OneTimeLink resetFromTheMachine(long userId) {
        User user = locked(userId);
        audit.record("account.reset", user.email(), Map.of(), Map.of("by", "status.owner.reset"));
        return links.issue(user.isActive() ? LinkKind.RESET : LinkKind.INVITATION, userId);
    }

    /** @throws AccountRefused if there is no such person */
    public User locked(long userId) {
        User user = em.find(User.class, userId, LockModeType.PESSIMISTIC_WRITE);
        if (user == null) {
            throw new AccountRefused(AccountRefusal.NO_SUCH_USER);
        }
        return user;
    }

    private void recordAs(Actor actor, String action, String subject, Map<String, String> fields) {
        Caller.as(actor, () -> audit.record(action, subject, Map.of(), fields));
    }
}
