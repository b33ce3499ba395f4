package net.niner.status.account;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/** What a one-time link opens, for whoever holds it. A refused attempt leaves the link as it was. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Links {

    @Inject
    private OneTimeLinks links;

    @Inject
    private Accounts accounts;

    @Inject
    private SecondFactors factors;

    @Inject
    private Passwords passwords;

    @EJB
    private OwnerSetup setup;

    /** Nothing if the link does not exist, has been used, or is too old. */
    public Optional<Welcome> find(String secret) {
        return links.find(secret)
                .map(link -> new Welcome(link.email(), link.name(), link.kind(), link.secondFactorRequired()));
    }

    /** A secret for an authenticator, which {@link #accept} takes back with a code. */
    public TotpDraft draft(String secret) {
        PendingLink link = pending(secret);
        return Totp.draft(link.email().isEmpty() ? "owner" : link.email());
    }

    /**
     * Uses the link: the person has a password and, if they gave one, a second factor. Their sessions elsewhere end. From where, is asked of
     * {@link Caller}: bind {@link Actor#nobody}.
     *
     * @param email counts with {@link LinkKind#SETUP} only
     * @param name counts with {@link LinkKind#SETUP}, and may be corrected with {@link LinkKind#INVITATION}
     * @param totpSecretBase32 null for no second factor
     * @param code of the authenticator, to prove that the secret has arrived
     */
    public Accepted accept(
            String secret, String email, String name, String password, String totpSecretBase32, String code) {
        PendingLink link = pending(secret);
        String address = link.kind() == LinkKind.SETUP ? User.validEmail(email) : link.email();
        String totp = totpSecretBase32 == null || totpSecretBase32.isBlank() ? null : totpSecretBase32;
        if (totp == null && link.secondFactorRequired()) {
            throw new AccountRefused(AccountRefusal.SECOND_FACTOR_REQUIRED);
        }
        passwords.check(password, address);
        if (totp != null) {
            factors.proven(totp, code);
        }
        Accepted accepted = accounts.accept(link, address, name, passwords.hash(password), totp, code);
        if (link.kind() == LinkKind.SETUP) {
            setup.close();
        } else {
            setup.used(secret);
        }
        return accepted;
    }

    private PendingLink pending(String secret) {
        return links.find(secret).orElseThrow(() -> new AccountRefused(AccountRefusal.LINK_INVALID));
    }
}
