package net.niner.status.web.account;

import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import net.niner.status.account.SignInResult;

/** An e-mail address and a password, with the address they come from; takes down what is still missing once they are right. */
final class StaffCredential extends UsernamePasswordCredential {

    private final String address;
    private SignInResult result;

    StaffCredential(String email, String password, String address) {
        super(email, password);
        this.address = address;
    }

    String address() {
        return address;
    }

    SignInResult result() {
        return result;
    }

    void accepted(SignInResult next) {
        result = next;
    }
}
