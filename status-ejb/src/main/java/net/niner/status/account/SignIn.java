package net.niner.status.account;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import net.niner.status.account.SignInResult.Next;

/**
 * Lets people in: a password, then a second factor where there is one. Whether an account exists is told to nobody, neither by words nor by
 * the time it takes. A caller keeps the outcome of one step for the next where the person cannot change it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignIn {

    @Inject
    private Accounts accounts;

    @Inject
    private SecondFactors factors;

    @Inject
    private Passwords passwords;

    @Inject
    private SignInThrottle throttle;

    /** @throws AccountRefused {@code SIGN_IN} if this lets nobody in, {@code TOO_MANY} if it comes too early */
    public SignInResult password(String email, String password, String address) {
        String normalised = User.normalised(email);
        Optional<User> found = accounts.withEmail(normalised);
        SignInThrottle.Attempt attempt = found.map(user -> throttle.begin(user.id(), address))
                .orElseGet(() -> throttle.beginUnknown(normalised, address));
        String hash = found.filter(User::isActive).map(User::passwordHash).orElse(null);
        if (!passwords.matches(password, hash)) {
            throw refused(found, address);
        }
        User user = found.get();
        if (passwords.isOutdated(hash)) {
            accounts.rehash(user.id(), hash, passwords.hash(password));
        }
        Next next = next(user);
        if (next == Next.DONE) {
            attempt.succeeded();
            accounts.signedIn(user.id(), address, "password");
        } else {
            attempt.passed();
        }
        return new SignInResult(user.id(), next);
    }

    /**
     * The second step, for whom {@link #password} asked for it: a code of the authenticator, or a recovery code.
     *
     * @throws AccountRefused {@code CODE_WRONG}, since who is meant is settled by now; {@code SIGN_IN} if the person may come in no more,
     *     {@code TOO_MANY} as the first step
     */
    public void code(long userId, String code, String address) {
        User user = active(userId);
        SignInThrottle.Attempt attempt = throttle.begin(userId, address);
        if (!user.hasSecondFactor() || !factors.redeem(userId, code)) {
            accounts.refused(user.email(), address);
            throw new AccountRefused(AccountRefusal.CODE_WRONG);
        }
        attempt.succeeded();
        accounts.signedIn(
                userId,
                address,
                code.replaceAll("\\s", "").length() > Totp.DIGITS
                        ? "password, recovery code"
                        : "password, authenticator");
    }

    /** The second step, for whom {@link #password} asked to enrol: what to put into the authenticator. */
    public TotpDraft enrolment(long userId) {
        return Totp.draft(active(userId).email());
    }

    /**
     * Pairs the authenticator, and the person is in. From where, is asked of {@link Caller}: bind {@link Actor#nobody}.
     *
     * @return recovery codes, to be shown once
     * @throws AccountRefused {@code CODE_WRONG} if the code is not one of that secret
     */
    public List<String> enrol(long userId, String secretBase32, String code) {
        return accounts.enrol(
                userId, secretBase32, code, Caller.current().map(Actor::address).orElse(null));
    }

    /**
     * Throws unless this is the password of that person: before they change what keeps others out. Counted apart from signing in, so that whoever
     * guesses outside does not keep out who is in.
     *
     * @throws AccountRefused {@code PASSWORD_WRONG} or {@code TOO_MANY}
     */
    public void confirm(User user, String password, String address) {
        SignInThrottle.Attempt attempt = throttle.beginConfirmation(user.id());
        if (!passwords.matches(password, user.passwordHash())) {
            accounts.refused(user.email(), address);
            throw new AccountRefused(AccountRefusal.PASSWORD_WRONG);
        }
        attempt.succeeded();
    }

    private User active(long userId) {
        return accounts.find(userId)
                .filter(User::isActive)
                .orElseThrow(() -> new AccountRefused(AccountRefusal.SIGN_IN));
    }

    private AccountRefused refused(Optional<User> user, String address) {
        accounts.refused(user.map(User::email).orElse(null), address);
        return new AccountRefused(AccountRefusal.SIGN_IN);
    }

    private static Next next(User user) {
        if (user.hasSecondFactor()) {
            return Next.CODE;
        }
        return user.role().needsSecondFactor() ? Next.ENROL : Next.DONE;
    }
}
