package net.niner.status.web.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.EnumSet;
import java.util.Set;
import net.niner.status.account.SignIn;
import net.niner.status.account.SignInResult;

/** The people of the back office, for Jakarta Security: knows who somebody is; what they may do, the services ask for themselves. */
@ApplicationScoped
public class StaffStore implements IdentityStore {

    @Inject
    private SignIn signIn;

    /** @throws net.niner.status.account.AccountRefused if they are wrong, or were tried too often */
    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof StaffCredential given)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        SignInResult result = signIn.password(given.getCaller(), given.getPasswordAsString(), given.address());
        given.accepted(result);
        return new CredentialValidationResult(given.getCaller());
    }

    @Override
    public Set<ValidationType> validationTypes() {
        return EnumSet.of(ValidationType.VALIDATE);
    }
}
