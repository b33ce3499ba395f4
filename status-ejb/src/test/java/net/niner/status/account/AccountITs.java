package net.niner.status.account;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.niner.status.account.SignInResult.Next;

/** What the tests of accounts share: people, and a clock that can be put forward. */
@ApplicationScoped
public class AccountITs {

    static final String PASSWORD = "orchids need light";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static volatile Duration ahead = Duration.ZERO;

    @Inject
    private Users users;

    @Inject
    private Links links;

    @Inject
    private Accounts accounts;

    /** Somebody who has come. The secret is null for those without an authenticator. */
    record Person(long id, String email, String totp, List<String> recoveryCodes) {}

    static void forward(Duration by) {
        ahead = ahead.plus(by);
    }

    /** For the tests of others, which know nothing of this clock. */
    static void back() {
        ahead = Duration.ZERO;
    }

    static Instant now() {
        return Instant.now().plus(ahead);
    }

    static String address() {
        int number = NUMBER.incrementAndGet();
        return "10.1." + number / 250 + "." + number % 250;
    }

    static String email() {
        return "person" + NUMBER.incrementAndGet() + "@example.org";
    }

    static String secret(OneTimeLink link) {
        return link.path().substring(link.path().indexOf('=') + 1);
    }

    Person person(UserRole role) {
        return person(role, role.needsSecondFactor());
    }

    Person person(UserRole role, boolean secondFactor) {
        String email = email();
        OneTimeLink link = Caller.as(Actor.site(), () -> users.invite(email, "Ann Example", role));
        String secret = secret(link);
        String totp = secondFactor ? links.draft(secret).secretBase32() : null;
        Accepted accepted = links.accept(secret, null, null, PASSWORD, totp, totp == null ? null : code(totp));
        return new Person(accepted.userId(), email, totp, accepted.recoveryCodes());
    }

    Optional<User> find(long id) {
        return accounts.find(id);
    }

    /** The code of the next step: the one that was used to pair works no more. */
    static String nextCode(String totp) {
        forward(Duration.ofSeconds(31));
        return code(totp);
    }

    static String code(String totp) {
        return Totp.code(totp, now());
    }

    static Actor actor(Person person, UserRole role) {
        return new Actor(person.id(), person.email(), "10.9.9.9", role.permissions());
    }

    static Actor nobodyWith(Permission... permissions) {
        return new Actor(null, "tester", "10.9.9.9", Set.of(permissions));
    }

    static Next signIn(SignIn signIn, Person person) {
        return signIn.password(person.email(), PASSWORD, address()).next();
    }

    /** The application's clock, as far ahead as the tests want it. */
    @Alternative
    @Priority(1)
    @ApplicationScoped
    static class MovedTime {

        @Produces
        Clock clock() {
            return new Moved();
        }
    }

    private static final class Moved extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now();
        }
    }
}
