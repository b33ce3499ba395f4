package net.niner.status.account;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import net.niner.status.account.AccountITs.Person;
import net.niner.status.account.SignInResult.Next;
import net.niner.status.platform.Rows;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class SignInIT {

    @EJB
    private SignIn signIn;

    @EJB
    private Users users;

    @EJB
    private Audit audit;

    @EJB
    private Credentials credentials;

    @EJB
    private UserSessions sessions;

    @Inject
    private AccountITs accounts;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    private final String address = AccountITs.address();

    @AfterEach
    void setTheClockBack() {
        AccountITs.back();
    }

    @Test
    void aPasswordIsEnoughForAReader() {
        Person reader = accounts.person(UserRole.READER);
        SignInResult result = signIn.password("  " + reader.email().toUpperCase() + " ", AccountITs.PASSWORD, address);
        assertThat(result).isEqualTo(new SignInResult(reader.id(), Next.DONE));
        assertThat(accounts.find(reader.id()).orElseThrow().lastSignInAt()).isNotNull();
        assertThat(events("account.sign-in", reader.email())).singleElement().satisfies(event -> {
            assertThat(event.who()).isEqualTo(reader.email());
            assertThat(event.address()).isEqualTo(address);
        });
    }

    @Test
    void wrongUnknownAndDisabledAreRefusedAlike() {
        Person reader = accounts.person(UserRole.READER);
        refused(AccountRefusal.SIGN_IN, () -> signIn.password(reader.email(), "something else", address));
        refused(AccountRefusal.SIGN_IN, () -> signIn.password(reader.email(), null, address));
        refused(AccountRefusal.SIGN_IN, () -> signIn.password(AccountITs.email(), AccountITs.PASSWORD, address));
        Caller.as(Actor.site(), () -> users.disable(reader.id()));
        refused(AccountRefusal.SIGN_IN, () -> signIn.password(reader.email(), AccountITs.PASSWORD, address));
    }

    @Test
    void whoHasAnAuthenticatorGivesACodeAndEachWorksOnce() {
        Person owner = accounts.person(UserRole.OWNER);
        assertThat(AccountITs.signIn(signIn, owner)).isEqualTo(Next.CODE);
        refused(AccountRefusal.CODE_WRONG, () -> signIn.code(owner.id(), AccountITs.code(owner.totp()), address));
        String code = AccountITs.nextCode(owner.totp());
        signIn.code(owner.id(), code.substring(0, 3) + " " + code.substring(3), address);
        refused(AccountRefusal.CODE_WRONG, () -> signIn.code(owner.id(), code, address));
        refused(AccountRefusal.CODE_WRONG, () -> signIn.code(owner.id(), null, address));
    }

    @Test
    void aRecoveryCodeStandsInForTheAuthenticatorOnce() {
        Person owner = accounts.person(UserRole.OWNER);
        assertThat(owner.recoveryCodes()).hasSize(10).doesNotHaveDuplicates();
        String code = owner.recoveryCodes().get(3);
        signIn.code(owner.id(), code.toUpperCase().replace("-", " "), address);
        refused(AccountRefusal.CODE_WRONG, () -> signIn.code(owner.id(), code, address));
        assertThat(Caller.as(AccountITs.actor(owner, UserRole.OWNER), () -> credentials.recoveryCodesLeft()))
                .isEqualTo(9);
    }

    @Test
    void whoBecomesAnOwnerPairsAnAuthenticatorFirst() {
        Person reader = accounts.person(UserRole.READER);
        String session = sessions.begin(reader.id(), address, "test");
        User before = accounts.find(reader.id()).orElseThrow();
        Caller.as(Actor.site(), () -> users.changeRole(reader.id(), UserRole.OWNER, before.version()));
        assertThat(sessions.find(session, address, true)).isEmpty();
        assertThat(AccountITs.signIn(signIn, reader)).isEqualTo(Next.ENROL);
        String secret = signIn.enrolment(reader.id()).secretBase32();
        refused(AccountRefusal.CODE_WRONG, () -> signIn.enrol(reader.id(), secret, "000000"));
        List<String> codes = signIn.enrol(reader.id(), secret, AccountITs.code(secret));
        assertThat(codes).hasSize(10);
        refused(AccountRefusal.SIGN_IN, () -> signIn.enrol(reader.id(), secret, AccountITs.nextCode(secret)));
        assertThat(AccountITs.signIn(signIn, reader)).isEqualTo(Next.CODE);
    }

    @Test
    void onlyAnOwnerWithoutAnAuthenticatorPairsOneWhileSigningIn() {
        Person reader = accounts.person(UserRole.READER);
        Person owner = accounts.person(UserRole.OWNER);
        String secret = signIn.enrolment(reader.id()).secretBase32();
        refused(AccountRefusal.SIGN_IN, () -> signIn.enrol(reader.id(), secret, AccountITs.code(secret)));
        refused(AccountRefusal.SIGN_IN, () -> signIn.enrol(owner.id(), secret, AccountITs.code(secret)));
        assertThat(accounts.find(reader.id()).orElseThrow().hasSecondFactor()).isFalse();
    }

    @Test
    void noSessionOfAnOwnerOpensWithoutASecondFactor() {
        Person owner = accounts.person(UserRole.OWNER);
        String session = sessions.begin(owner.id(), address, "test");
        assertThat(sessions.find(session, address, true)).isPresent();
        Rows.update(dataSource, "update app_user set totp_secret = null where id = ?", owner.id());
        assertThat(sessions.find(session, address, true)).isEmpty();
        refused(AccountRefusal.SIGN_IN, () -> sessions.begin(owner.id(), address, "test"));
    }

    @Test
    void whoeverGuessesAPasswordWaitsLongerAndLonger() {
        Person reader = accounts.person(UserRole.READER);
        guess(reader.email(), 5);
        refused(AccountRefusal.TOO_MANY, () -> AccountITs.signIn(signIn, reader));
        AccountITs.forward(Duration.ofSeconds(1));
        guess(reader.email(), 1);
        AccountITs.forward(Duration.ofSeconds(1));
        assertThatThrownBy(() -> AccountITs.signIn(signIn, reader))
                .isInstanceOfSatisfying(AccountRefused.class, refused -> assertThat(refused.details())
                        .containsExactly(1L));
        AccountITs.forward(Duration.ofSeconds(1));
        assertThat(AccountITs.signIn(signIn, reader)).isEqualTo(Next.DONE);
        guess(reader.email(), 5);
    }

    @Test
    void anAccountThatDoesNotExistIsLockedLikeOneThatDoes() {
        String nobody = AccountITs.email();
        guess(nobody, 5);
        refused(AccountRefusal.TOO_MANY, () -> signIn.password(nobody, "x", AccountITs.address()));
    }

    @Test
    void whoeverKnowsThePasswordCannotGuessCodesForFree() {
        Person owner = accounts.person(UserRole.OWNER);
        for (int i = 0; i < 5; i++) {
            AccountITs.signIn(signIn, owner);
            refused(AccountRefusal.CODE_WRONG, () -> signIn.code(owner.id(), "nonsense", AccountITs.address()));
        }
        refused(AccountRefusal.TOO_MANY, () -> AccountITs.signIn(signIn, owner));
        refused(AccountRefusal.TOO_MANY, () -> signIn.code(owner.id(), AccountITs.code(owner.totp()), address));
    }

    @Test
    void anAddressThatTriesManyAccountsWaitsToo() {
        for (int i = 0; i < 20; i++) {
            refused(AccountRefusal.SIGN_IN, () -> signIn.password(AccountITs.email(), "x", address));
        }
        refused(AccountRefusal.TOO_MANY, () -> signIn.password(AccountITs.email(), "x", address));
    }

    @Test
    void aFloodOfRefusalsIsOneLineInTheTrail() {
        Person reader = accounts.person(UserRole.READER);
        guess(reader.email(), 5);
        await().atMost(20, SECONDS)
                .until(() -> !events("account.sign-in-refused", reader.email()).isEmpty());
        assertThat(events("account.sign-in-refused", reader.email()))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.who()).isEqualTo("nobody");
                    assertThat(event.changes()).containsKey("attempts");
                });
    }

    @Test
    void aHashThatIsTooWeakTodayIsMadeAnew() {
        Person reader = accounts.person(UserRole.READER);
        String weak = Argon2Function.getInstance(8192, 1, 1, 32, Argon2.ID)
                .hash(AccountITs.PASSWORD.getBytes(), "saltsaltsaltsalt".getBytes())
                .getResult();
        Rows.update(dataSource, "update app_user set password_hash = ? where id = ?", weak, reader.id());
        assertThat(AccountITs.signIn(signIn, reader)).isEqualTo(Next.DONE);
        assertThat(accounts.find(reader.id()).orElseThrow().passwordHash())
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(AccountITs.signIn(signIn, reader)).isEqualTo(Next.DONE);
    }

    @Test
    void aPersonChangesTheirOwnPassword() {
        Person reader = accounts.person(UserRole.READER);
        String kept = sessions.begin(reader.id(), address, "kept");
        String other = sessions.begin(reader.id(), address, "other");
        long id = sessions.find(kept, address, true).orElseThrow().sessionId();
        Caller.as(AccountITs.actor(reader, UserRole.READER), () -> {
            refused(
                    AccountRefusal.PASSWORD_WRONG,
                    () -> credentials.changePassword("not the password", "tulips in the garden", id));
            refused(AccountRefusal.PASSWORD_SHORT, () -> credentials.changePassword(AccountITs.PASSWORD, "short", id));
            refused(
                    AccountRefusal.PASSWORD_COMMON,
                    () -> credentials.changePassword(AccountITs.PASSWORD, "password1234", id));
            credentials.changePassword(AccountITs.PASSWORD, "tulips in the garden", id);
        });
        assertThat(sessions.find(kept, address, true)).isPresent();
        assertThat(sessions.find(other, address, true)).isEmpty();
        refused(AccountRefusal.SIGN_IN, () -> AccountITs.signIn(signIn, reader));
        assertThat(signIn.password(reader.email(), "tulips in the garden", address)
                        .next())
                .isEqualTo(Next.DONE);
    }

    @Test
    void aReaderMayPairAndRemoveAnAuthenticatorAnOwnerMayReplaceIt() {
        Person reader = accounts.person(UserRole.READER);
        Caller.as(AccountITs.actor(reader, UserRole.READER), () -> {
            String secret = credentials.newAuthenticator().secretBase32();
            assertThat(credentials.confirmAuthenticator(AccountITs.PASSWORD, secret, AccountITs.code(secret)))
                    .hasSize(10);
            assertThat(credentials.newRecoveryCodes(AccountITs.PASSWORD)).hasSize(10);
            credentials.removeAuthenticator(AccountITs.PASSWORD);
            refused(AccountRefusal.NO_SECOND_FACTOR, () -> credentials.newRecoveryCodes(AccountITs.PASSWORD));
            credentials.rename("Ann Another", "fr");
        });
        assertThat(accounts.find(reader.id()).orElseThrow()).satisfies(user -> {
            assertThat(user.hasSecondFactor()).isFalse();
            assertThat(user.name()).isEqualTo("Ann Another");
            assertThat(user.language()).isEqualTo("fr");
        });
        Person owner = accounts.person(UserRole.OWNER);
        Caller.as(
                AccountITs.actor(owner, UserRole.OWNER),
                () -> refused(
                        AccountRefusal.SECOND_FACTOR_REQUIRED,
                        () -> credentials.removeAuthenticator(AccountITs.PASSWORD)));
    }

    private void guess(String email, int times) {
        for (int i = 0; i < times; i++) {
            refused(
                    AccountRefusal.SIGN_IN,
                    () -> signIn.password(email, "wrong " + AccountITs.PASSWORD, AccountITs.address()));
        }
    }

    private List<AuditEvent> events(String action, String subject) {
        return Caller.as(
                Actor.site(), () -> audit.find(new AuditFilter(null, action, subject, null, null), 0, 100).stream()
                        .filter(event -> event.action().equals(action))
                        .toList());
    }

    private static void refused(AccountRefusal why, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(AccountRefused.class, refused -> assertThat(refused.why())
                .isEqualTo(why));
    }
}
