package net.niner.status.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The people who work on the site. */
@Stateless
public class Users {

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @Inject
    private Accounts accounts;

    @Inject
    private OneTimeLinks links;

    @Inject
    private UserSessions sessions;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** By name. */
    @Allowed(Permission.PEOPLE)
    public List<User> all() {
        return em.createQuery("select u from User u order by u.name, u.email", User.class)
                .getResultList();
    }

    /**
     * @return the link to hand to that person
     * @throws AccountRefused if the address is taken or none, or the name is none
     */
    @Allowed(Permission.PEOPLE)
    public OneTimeLink invite(String email, String name, UserRole role) {
        User user = accounts.add(new User(email, name, role, clock.instant()));
        audit.record(
                "account.invite",
                user.email(),
                Map.of(),
                Map.of("name", user.name(), "role", user.role().name()));
        return links.issue(LinkKind.INVITATION, user.id());
    }

    /**
     * For whoever lost password or authenticator: both are chosen anew, and what was there works until then. To somebody who was invited it
     * is a new invitation.
     *
     * @return the link to hand to that person
     * @throws AccountRefused if the account is disabled
     */
    @Allowed(Permission.PEOPLE)
    public OneTimeLink reset(long userId) {
        User user = accounts.locked(userId);
        if (user.state() == UserState.DISABLED) {
            throw new AccountRefused(AccountRefusal.USER_DISABLED);
        }
        audit.record("account.reset", user.email(), Map.of(), Map.of());
        return links.issue(user.isActive() ? LinkKind.RESET : LinkKind.INVITATION, userId);
    }

    /**
     * Holds at once, in sessions under way as well; those end where the new role needs a second factor that the person does not have.
     *
     * @param version of the person as the page showed them
     * @throws AccountRefused if somebody else changed them meanwhile, or if the last owner would be one no more
     */
    @Allowed(Permission.PEOPLE)
    public void changeRole(long userId, UserRole role, int version) {
        if (role != UserRole.OWNER) {
            keepAnOwner(userId);
        }
        User user = accounts.locked(userId);
        if (user.version() != version) {
            throw new AccountRefused(AccountRefusal.STALE_USER);
        }
        UserRole before = user.role();
        user.become(role);
        flush();
        if (role.needsSecondFactor() && !user.hasSecondFactor()) {
            sessions.endOthersOf(userId, 0);
        }
        audit.record("account.role", user.email(), Map.of("role", before.name()), Map.of("role", role.name()));
    }

    /**
     * Ends the person's sessions; their tokens and links work no more.
     *
     * @throws AccountRefused for the last owner
     */
    @Allowed(Permission.PEOPLE)
    public void disable(long userId) {
        keepAnOwner(userId);
        User user = accounts.locked(userId);
        changeState(user, user::disable);
        sessions.endOthersOf(userId, 0);
        links.withdraw(userId);
    }

    /** As it was before: tokens that were there work again, sessions do not. */
    @Allowed(Permission.PEOPLE)
    public void enable(long userId) {
        User user = accounts.locked(userId);
        changeState(user, user::enable);
    }

    private void changeState(User user, Runnable change) {
        UserState before = user.state();
        change.run();
        flush();
        audit.record(
                user.state() == UserState.DISABLED ? "account.disable" : "account.enable",
                user.email(),
                Map.of("state", before.name()),
                Map.of("state", user.state().name()));
    }

    /** Asked before the person is locked: whoever locks owners one by one could wait for another who does. */
    private void keepAnOwner(long userId) {
        if (accounts.lockedOwners().equals(List.of(userId))) {
            throw new AccountRefused(AccountRefusal.LAST_OWNER);
        }
    }

    private void flush() {
        try {
            em.flush();
        } catch (OptimisticLockException e) {
            throw new AccountRefused(AccountRefusal.STALE_USER);
        }
    }
}
