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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import javax.sql.DataSource;
import net.niner.status.account.AccountITs.Person;
import net.niner.status.platform.Rows;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a browser and a script carry instead of a password. */
@ExtendWith(ArquillianExtension.class)
class SessionsAndTokensIT {

    private static final String ADDRESS = "10.3.0.1";

    @EJB
    private UserSessions sessions;

    @EJB
    private ApiTokens tokens;

    @EJB
    private Users users;

    @Inject
    private AccountITs accounts;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @AfterEach
    void setTheClockBack() {
        AccountITs.back();
    }

    @Test
    void aSessionSaysWhoItIs() {
        Person editor = accounts.person(UserRole.EDITOR);
        String secret = sessions.begin(editor.id(), ADDRESS, "Firefox\0" + "x".repeat(400));
        SignedIn found = sessions.find(secret, "10.3.0.2", true).orElseThrow();
        assertThat(found.actor())
                .isEqualTo(new Actor(editor.id(), editor.email(), "10.3.0.2", UserRole.EDITOR.permissions()));
        assertThat(found.name()).isEqualTo("Ann Example");
        assertThat(sessions.find("nonsense", ADDRESS, true)).isEmpty();
        assertThat(sessions.find(null, ADDRESS, true)).isEmpty();
        assertThat(Rows.query(dataSource, "select 1 from user_session where secret_hash = ?", row -> true, secret))
                .isEmpty();
        sessions.endBySecret(secret);
        assertThat(sessions.find(secret, ADDRESS, true)).isEmpty();
    }

    @Test
    void aSessionEndsAfterAnHourWithoutAPersonAndAfterHalfADayAnyway() {
        Person editor = accounts.person(UserRole.EDITOR);
        String idle = sessions.begin(editor.id(), ADDRESS, "idle");
        AccountITs.forward(Duration.ofMinutes(40));
        assertThat(sessions.find(idle, ADDRESS, false)).isPresent();
        AccountITs.forward(Duration.ofMinutes(21));
        assertThat(sessions.find(idle, ADDRESS, false)).isEmpty();
        String busy = sessions.begin(editor.id(), ADDRESS, "busy");
        for (int i = 0; i < 14; i++) {
            AccountITs.forward(Duration.ofMinutes(50));
            assertThat(sessions.find(busy, ADDRESS, true)).isPresent();
        }
        AccountITs.forward(Duration.ofMinutes(25));
        assertThat(sessions.find(busy, ADDRESS, true)).isEmpty();
    }

    @Test
    void aRoleHoldsWithTheNextRequest() {
        Person editor = accounts.person(UserRole.EDITOR);
        String secret = sessions.begin(editor.id(), ADDRESS, "test");
        int version = accounts.find(editor.id()).orElseThrow().version();
        Caller.as(Actor.site(), () -> users.changeRole(editor.id(), UserRole.BILLING, version));
        assertThat(sessions.find(secret, ADDRESS, true).orElseThrow().actor().permissions())
                .isEqualTo(UserRole.BILLING.permissions());
    }

    @Test
    void aPersonEndsTheirOwnSessionsAndNobodyElses() {
        Person one = accounts.person(UserRole.READER);
        Person two = accounts.person(UserRole.READER);
        String first = sessions.begin(one.id(), ADDRESS, "first");
        String second = sessions.begin(one.id(), ADDRESS, "second");
        long firstId = id(first);
        Caller.as(AccountITs.actor(two, UserRole.READER), () -> {
            assertThat(sessions.own()).isEmpty();
            refused(AccountRefusal.NO_SUCH_SESSION, () -> sessions.end(firstId));
        });
        Caller.as(AccountITs.actor(one, UserRole.READER), () -> {
            assertThat(sessions.own()).hasSize(2);
            sessions.endOthers(firstId);
            assertThat(sessions.own()).singleElement().satisfies(session -> assertThat(session.agent())
                    .isEqualTo("first"));
        });
        assertThat(sessions.find(second, ADDRESS, true)).isEmpty();
        Caller.as(AccountITs.actor(two, UserRole.OWNER), () -> sessions.end(firstId));
        assertThat(sessions.find(first, ADDRESS, true)).isEmpty();
    }

    @Test
    void aTokenMayDoWhatItWasMadeForAsLongAsItsPersonMay() {
        Person operator = accounts.person(UserRole.OPERATOR);
        Actor actor = AccountITs.actor(operator, UserRole.OPERATOR);
        String secret = Caller.as(actor, () -> tokens.create("backup", Set.of(Permission.READ, Permission.JOBS), null));
        assertThat(secret).startsWith("nst_");
        Actor script = tokens.find(secret, ADDRESS).orElseThrow();
        assertThat(script.name()).isEqualTo(operator.email() + " (backup)");
        assertThat(script.permissions()).containsExactlyInAnyOrder(Permission.READ, Permission.JOBS);
        ApiToken token = Caller.as(actor, tokens::own).get(0);
        assertThat(token.lastAddress()).isEqualTo(ADDRESS);
        assertThat(token.person()).isEqualTo(operator.email());
        int version = accounts.find(operator.id()).orElseThrow().version();
        Caller.as(Actor.site(), () -> users.changeRole(operator.id(), UserRole.READER, version));
        assertThat(tokens.find(secret, ADDRESS).orElseThrow().permissions()).containsExactly(Permission.READ);
        Caller.as(Actor.site(), () -> users.disable(operator.id()));
        assertThat(tokens.find(secret, ADDRESS)).isEmpty();
        assertThat(tokens.find("nst_nonsense", ADDRESS)).isEmpty();
        assertThat(tokens.find(null, ADDRESS)).isEmpty();
    }

    @Test
    void aTokenEndsOnItsDayOrWhenItIsRevoked() {
        Person operator = accounts.person(UserRole.OPERATOR);
        Person other = accounts.person(UserRole.OPERATOR);
        Actor actor = AccountITs.actor(operator, UserRole.OPERATOR);
        LocalDate today = LocalDate.ofInstant(AccountITs.now(), ZoneOffset.UTC);
        Set<Permission> jobs = Set.of(Permission.JOBS);
        Caller.as(actor, () -> {
            refused(AccountRefusal.TOKEN_EXPIRY_INVALID, () -> tokens.create("x", jobs, today));
            refused(AccountRefusal.TOKEN_NAME_INVALID, () -> tokens.create(" ", jobs, null));
            refused(AccountRefusal.TOKEN_PERMISSIONS_INVALID, () -> tokens.create("x", Set.of(), null));
            refused(
                    AccountRefusal.TOKEN_PERMISSIONS_INVALID,
                    () -> tokens.create("x", Set.of(Permission.PEOPLE), null));
        });
        String dated = Caller.as(actor, () -> tokens.create("dated", jobs, today.plusDays(1)));
        String revoked = Caller.as(actor, () -> tokens.create("revoked", jobs, null));
        long id = Caller.as(actor, tokens::own).get(1).id();
        Caller.as(
                AccountITs.actor(other, UserRole.OPERATOR),
                () -> refused(AccountRefusal.NO_SUCH_TOKEN, () -> tokens.revoke(id)));
        Caller.as(actor, () -> tokens.revoke(id));
        assertThat(tokens.find(revoked, ADDRESS)).isEmpty();
        assertThat(tokens.find(dated, ADDRESS)).isPresent();
        AccountITs.forward(Duration.ofDays(1));
        assertThat(tokens.find(dated, ADDRESS)).isEmpty();
    }

    @Test
    void theOperatorsTokenLiesInTheDataDirectory() throws IOException {
        String secret = Files.readString(Path.of(System.getProperty("status.data"), OperatorToken.FILE))
                .strip();
        Actor operator = tokens.find(secret, ADDRESS).orElseThrow();
        assertThat(operator.userId()).isNull();
        assertThat(operator.name()).isEqualTo("operator");
        assertThat(operator.permissions())
                .containsExactlyInAnyOrder(Permission.READ, Permission.SERVERS, Permission.JOBS, Permission.BILLING);
        ApiToken first = Caller.as(Actor.site(), tokens::all).get(0);
        assertThat(first.person()).isNull();
        Caller.as(Actor.site(), () -> refused(AccountRefusal.NO_SUCH_TOKEN, () -> tokens.revoke(first.id())));
    }

    private long id(String secret) {
        return sessions.find(secret, ADDRESS, true).orElseThrow().sessionId();
    }

    private static void refused(AccountRefusal why, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(AccountRefused.class, refused -> assertThat(refused.why())
                .isEqualTo(why));
    }
}
