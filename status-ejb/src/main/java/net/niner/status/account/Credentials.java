package net.niner.status.account;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a person does to their own account. What keeps others out takes the present password, slowed down like a sign-in. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Credentials {

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @Inject
    private Accounts accounts;

    @Inject
    private SecondFactors factors;

    @Inject
    private Passwords passwords;

    @Inject
    private SignIn signIn;

    @Inject
    private Audit audit;

    /** Ends all other sessions of the person. */
    @Allowed
    public void changePassword(String present, String fresh, long keepSessionId) {
        User user = self();
        passwords.check(fresh, user.email());
        confirm(user, present);
        accounts.changePassword(user.id(), passwords.hash(fresh), keepSessionId);
    }

    @Allowed
    public TotpDraft newAuthenticator() {
        return Totp.draft(self().email());
    }

    /** Pairs it in place of the one before, and returns new recovery codes, to be shown once. */
    @Allowed
    public List<String> confirmAuthenticator(String presentPassword, String secretBase32, String code) {
        User user = self();
        factors.proven(secretBase32, code);
        confirm(user, presentPassword);
        return accounts.pair(user.id(), secretBase32, code);
    }

    /** @throws AccountRefused for those whose role needs it */
    @Allowed
    public void removeAuthenticator(String presentPassword) {
        User user = self();
        confirm(user, presentPassword);
        accounts.unpair(user.id());
    }

    /** In place of those before, to be shown once. */
    @Allowed
    public List<String> newRecoveryCodes(String presentPassword) {
        User user = self();
        confirm(user, presentPassword);
        return accounts.newRecoveryCodes(user.id());
    }

    @Allowed
    public boolean hasAuthenticator() {
        return self().hasSecondFactor();
    }

    @Allowed
    public int recoveryCodesLeft() {
        return factors.recoveryCodesLeft(self().id());
    }

    /** @param language {@code en}, {@code fr}, or nothing for whatever the browser asks for */
    @Allowed
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void rename(String name, String language) {
        User user = accounts.locked(self().id());
        Map<String, String> before = profile(user);
        user.rename(name);
        user.speak(language);
        em.flush();
        audit.record("account.profile", user.email(), before, profile(user));
    }

    private static Map<String, String> profile(User user) {
        Map<String, String> profile = new HashMap<>();
        profile.put("name", user.name());
        profile.put("language", user.language());
        return profile;
    }

    private void confirm(User user, String password) {
        signIn.confirm(user, password, Caller.required().address());
    }

    private User self() {
        Long id = Caller.required().userId();
        if (id == null) {
            throw new AccountRefused(AccountRefusal.NO_SUCH_USER);
        }
        return accounts.find(id).orElseThrow(() -> new AccountRefused(AccountRefusal.NO_SUCH_USER));
    }
}
