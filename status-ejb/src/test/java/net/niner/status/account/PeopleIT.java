package net.niner.status.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import net.niner.status.account.AccountITs.Person;
import net.niner.status.account.SignInResult.Next;
import net.niner.status.platform.Rows;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People come, change and go. */
@ExtendWith(ArquillianExtension.class)
class PeopleIT {

    @EJB
    private Users users;

    @EJB
    private Links links;

    @EJB
    private OwnerSetup setup;

    @EJB
    private SignIn signIn;

    @EJB
    private Accounts table;

    @EJB
    private UserSessions sessions;

    @Inject
    private AccountITs accounts;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @AfterEach
    void setTheClockBack() {
        AccountITs.back();
    }

    @Test
    void theFirstOwnerComesByTheLinkInTheDataDirectory() throws IOException {
        noOwners();
        Path file = Path.of(System.getProperty("status.data"), OwnerSetup.FILE);
        setup.renew();
        String path = Files.readString(file).strip();
        setup.renew();
        assertThat(file).hasContent(path);
        String secret = path.substring(path.indexOf('=') + 1);
        assertThat(links.find(secret)).contains(new Welcome("", "", LinkKind.SETUP, true));
        String email = AccountITs.email();
        TotpDraft totp = links.draft(secret);
        assertThat(totp.uri())
                .startsWith("otpauth://totp/Status:owner?secret=" + totp.secretBase32() + "&issuer=Status");
        String code = AccountITs.code(totp.secretBase32());
        refused(AccountRefusal.EMAIL_INVALID, () -> accept(secret, "nobody", AccountITs.PASSWORD, totp, code));
        refused(AccountRefusal.PASSWORD_SHORT, () -> accept(secret, email, "short", totp, code));
        refused(AccountRefusal.CODE_WRONG, () -> accept(secret, email, AccountITs.PASSWORD, totp, "12345"));
        refused(
                AccountRefusal.SECOND_FACTOR_REQUIRED,
                () -> links.accept(secret, email, "Olga Owner", AccountITs.PASSWORD, null, null));
        Accepted accepted = accept(secret, email, AccountITs.PASSWORD, totp, code);
        assertThat(accepted.recoveryCodes()).hasSize(10);
        assertThat(accounts.find(accepted.userId()).orElseThrow()).satisfies(owner -> {
            assertThat(owner.role()).isEqualTo(UserRole.OWNER);
            assertThat(owner.isActive()).isTrue();
            assertThat(owner.email()).isEqualTo(email);
        });
        assertThat(file).doesNotExist();
        refused(AccountRefusal.LINK_INVALID, () -> accept(secret, email, AccountITs.PASSWORD, totp, code));
        setup.renew();
        assertThat(file).doesNotExist();
    }

    @Test
    void whoLostEveryWayInFindsALinkInTheDataDirectoryThatIsGoneAfterwards() throws IOException {
        Person reader = accounts.person(UserRole.READER);
        OneTimeLink link = table.resetFromTheMachine(reader.id());
        Path file = Path.of(System.getProperty("status.data"), OwnerSetup.RESET_FILE);
        Files.writeString(file, link.path() + "\n");
        assertThat(Rows.query(
                        dataSource,
                        "select changes from audit_event where action = 'account.reset' and subject = ?",
                        row -> row.getString(1),
                        reader.email()))
                .singleElement()
                .asString()
                .contains("status.owner.reset");
        accounts.person(UserRole.READER);
        assertThat(file).exists();
        links.accept(AccountITs.secret(link), null, null, "a whole new password", null, null);
        assertThat(file).doesNotExist();
    }

    @Test
    void whoBecameAnOwnerMeanwhileDoesNotComeInWithAPasswordAlone() {
        Person reader = accounts.person(UserRole.READER);
        PendingLink before = new PendingLink(
                hash(asOwner(() -> users.reset(reader.id()))),
                LinkKind.RESET,
                reader.id(),
                reader.email(),
                "Ann Example",
                UserRole.READER);
        asOwner(() -> {
            users.changeRole(reader.id(), UserRole.OWNER, version(reader));
            return null;
        });
        refused(
                AccountRefusal.SECOND_FACTOR_REQUIRED,
                () -> table.accept(before, reader.email(), null, "$argon2id$", null, null));
    }

    private static String hash(OneTimeLink link) {
        return Digest.of(AccountITs.secret(link));
    }

    private Accepted accept(String secret, String email, String password, TotpDraft totp, String code) {
        return links.accept(secret, email, "Olga Owner", password, totp.secretBase32(), code);
    }

    @Test
    void anInvitationWorksOnceAndForADay() {
        OneTimeLink link = asOwner(() -> users.invite(AccountITs.email(), "Rita Reader", UserRole.READER));
        String secret = AccountITs.secret(link);
        assertThat(links.find(secret).orElseThrow().name()).isEqualTo("Rita Reader");
        AccountITs.forward(Duration.ofHours(24));
        assertThat(links.find(secret)).isEmpty();
        assertThat(links.find(null)).isEmpty();
        refused(AccountRefusal.LINK_INVALID, () -> links.accept(secret, null, null, AccountITs.PASSWORD, null, null));
    }

    @Test
    void aNewLinkReplacesTheOldAndAResetEndsSessions() {
        Person reader = accounts.person(UserRole.READER, true);
        String session = sessions.begin(reader.id(), "10.0.0.1", "test");
        String first = AccountITs.secret(asOwner(() -> users.reset(reader.id())));
        String second = AccountITs.secret(asOwner(() -> users.reset(reader.id())));
        assertThat(links.find(first)).isEmpty();
        assertThat(links.find(second).orElseThrow().kind()).isEqualTo(LinkKind.RESET);
        assertThat(sessions.find(session, "10.0.0.1", true)).isPresent();
        refused(AccountRefusal.PASSWORD_COMMON, () -> links.accept(second, null, null, "123456789012", null, null));
        refused(
                AccountRefusal.PASSWORD_CONTAINS_EMAIL,
                () -> links.accept(
                        second, null, null, "x " + reader.email().replaceAll("@.*", "") + " light", null, null));
        links.accept(second, null, null, "a whole new password", null, null);
        assertThat(sessions.find(session, "10.0.0.1", true)).isEmpty();
        assertThat(signIn.password(reader.email(), "a whole new password", AccountITs.address())
                        .next())
                .isEqualTo(Next.DONE);
    }

    @Test
    void anAddressBelongsToOnePerson() {
        Person reader = accounts.person(UserRole.READER);
        asOwner(() -> {
            refused(
                    AccountRefusal.EMAIL_TAKEN,
                    () -> users.invite(reader.email().toUpperCase(), "Twin", UserRole.READER));
            refused(AccountRefusal.EMAIL_INVALID, () -> users.invite("a b@example.org", "Twin", UserRole.READER));
            refused(AccountRefusal.NAME_INVALID, () -> users.invite(AccountITs.email(), " ", UserRole.READER));
            return null;
        });
    }

    @Test
    void theLastOwnerStays() {
        noOwners();
        Person one = accounts.person(UserRole.OWNER);
        Person two = accounts.person(UserRole.OWNER);
        asOwner(() -> {
            users.disable(one.id());
            refused(AccountRefusal.LAST_OWNER, () -> users.disable(two.id()));
            int version = version(two);
            refused(AccountRefusal.LAST_OWNER, () -> users.changeRole(two.id(), UserRole.READER, version));
            refused(AccountRefusal.USER_DISABLED, () -> users.reset(one.id()));
            users.enable(one.id());
            refused(AccountRefusal.STALE_USER, () -> users.changeRole(two.id(), UserRole.READER, version - 1));
            users.changeRole(two.id(), UserRole.READER, version);
            return null;
        });
        assertThat(accounts.find(two.id()).orElseThrow().role()).isEqualTo(UserRole.READER);
    }

    @Test
    void whoIsDisabledIsOutAtOnce() {
        Person reader = accounts.person(UserRole.READER);
        String session = sessions.begin(reader.id(), "10.0.0.1", "test");
        String link = AccountITs.secret(asOwner(() -> users.reset(reader.id())));
        asOwner(() -> {
            users.disable(reader.id());
            return null;
        });
        assertThat(sessions.find(session, "10.0.0.1", true)).isEmpty();
        assertThat(links.find(link)).isEmpty();
        refused(AccountRefusal.SIGN_IN, () -> sessions.begin(reader.id(), "10.0.0.1", "test"));
        asOwner(() -> {
            users.enable(reader.id());
            return null;
        });
        assertThat(AccountITs.signIn(signIn, reader)).isEqualTo(Next.DONE);
        assertThat(sessions.find(session, "10.0.0.1", true)).isEmpty();
    }

    private int version(Person person) {
        return accounts.find(person.id()).orElseThrow().version();
    }

    private void noOwners() {
        Rows.update(dataSource, "update app_user set state = 'DISABLED' where role = 'OWNER'");
    }

    private static <T> T asOwner(Supplier<T> action) {
        return Caller.as(Actor.site(), action);
    }

    private static void refused(AccountRefusal why, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(AccountRefused.class, refused -> assertThat(refused.why())
                .isEqualTo(why));
    }
}
