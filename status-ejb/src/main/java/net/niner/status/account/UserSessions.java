package net.niner.status.account;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import net.niner.status.platform.PrivateFile;
import net.niner.status.platform.Rows;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where people are signed in. Kept in the database, so that a restart signs nobody out, and read anew with every request: a person who was
 * disabled, or whose role changed, notices with the next one. No session of an owner opens without a second factor, however it came about.
 */
@Stateless
public class UserSessions {

    private static final Duration PRECISION = Duration.ofMinutes(1);
    private static final int AGENT_LENGTH = 300;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "status.session.idle", defaultValue = "PT1H")
    private Duration idle;

    @Inject
    @ConfigProperty(name = "status.session.age", defaultValue = "PT12H")
    private Duration age;

    private record Found(SignedIn who, Instant lastSeen) {}

    /**
     * Begins one for a person who has proved who they are.
     *
     * @return the secret for their browser
     * @throws AccountRefused if they may not come in
     */
    public String begin(long userId, String address, String agent) {
        Instant now = clock.instant();
        deleteExpired(now);
        String secret = PrivateFile.randomWord();
        int begun = Rows.update(
                dataSource,
                """
                        insert into user_session (secret_hash, user_id, began_at, last_seen_at, address, agent)
                        select cast(? as varchar(64)), id, cast(? as timestamp with time zone), cast(? as timestamp with time zone),
                               cast(? as varchar(64)), cast(? as varchar(300))
                        from app_user
                        where id = ? and state = 'ACTIVE' and (role <> 'OWNER' or totp_secret is not null)
                        """,
                Digest.of(secret),
                Rows.time(now),
                Rows.time(now),
                AuditText.address(address),
                agent == null ? "" : AuditText.cut(agent, AGENT_LENGTH),
                userId);
        if (begun == 0) {
            throw new AccountRefused(AccountRefusal.SIGN_IN);
        }
        return secret;
    }

    /** @param active false for what a page asks by itself, which keeps no session alive */
    public Optional<SignedIn> find(String secret, String address, boolean active) {
        Instant now = clock.instant();
        Optional<Found> found = Rows.query(
                        dataSource,
                        """
                        select s.id, s.last_seen_at, u.id as user_id, u.email, u.name, u.language, u.role
                        from user_session s join app_user u on u.id = s.user_id
                        where s.secret_hash = ? and s.last_seen_at > ? and s.began_at > ? and u.state = 'ACTIVE'
                          and (u.role <> 'OWNER' or u.totp_secret is not null)
                        """,
                        row -> found(row, address),
                        Digest.of(secret == null ? "" : secret),
                        Rows.time(now.minus(idle)),
                        Rows.time(now.minus(age)))
                .stream()
                .findFirst();
        found.filter(session -> active && session.lastSeen().plus(precision()).isBefore(now))
                .ifPresent(session -> Rows.update(
                        dataSource,
                        "update user_session set last_seen_at = ?, address = ? where id = ?",
                        Rows.time(now),
                        AuditText.address(address),
                        session.who().sessionId()));
        return found.map(Found::who);
    }

    /** The caller's own, latest first. */
    @Allowed
    public List<UserSession> own() {
        Instant now = clock.instant();
        return Rows.query(
                dataSource, """
                        select id, began_at, last_seen_at, address, agent from user_session
                        where user_id = ? and last_seen_at > ? and began_at > ? order by last_seen_at desc, id desc
                        """, UserSessions::session, ownId(), Rows.time(now.minus(idle)), Rows.time(now.minus(age)));
    }

    /** Ends one of the caller's own, or anybody's for whoever looks after people. */
    @Allowed
    public void end(long sessionId) {
        boolean anybodys = Caller.required().may(Permission.PEOPLE);
        List<String> owner = Rows.query(
                dataSource,
                "select u.email from user_session s join app_user u on u.id = s.user_id where s.id = ? and (u.id = ? or "
                        + (anybodys ? "1 = 1)" : "1 = 0)"),
                row -> row.getString(1),
                sessionId,
                ownId());
        if (owner.isEmpty()) {
            throw new AccountRefused(AccountRefusal.NO_SUCH_SESSION);
        }
        Rows.update(dataSource, "delete from user_session where id = ?", sessionId);
        audit.record("account.session-end", owner.get(0), Map.of(), Map.of());
    }

    /** Ends all of the caller's own but this one. */
    @Allowed
    public void endOthers(long keepSessionId) {
        if (endOthersOf(ownId(), keepSessionId) > 0) {
            audit.record("account.session-end", Caller.required().name(), Map.of(), Map.of("which", "all others"));
        }
    }

    /** Signs out. */
    public void endBySecret(String secret) {
        find(secret, null, false).ifPresent(session -> {
            Rows.update(dataSource, "delete from user_session where id = ?", session.sessionId());
            Actor actor = Caller.current().orElse(session.actor());
            Caller.as(
                    actor,
                    () -> audit.record("account.sign-out", session.actor().name(), Map.of(), Map.of()));
        });
    }

    /** For the other services of this package: returns how many it ended. 0 keeps none. */
    public int endOthersOf(long userId, long keepSessionId) {
        return Rows.update(dataSource, "delete from user_session where user_id = ? and id <> ?", userId, keepSessionId);
    }

    private void deleteExpired(Instant now) {
        Rows.update(
                dataSource,
                "delete from user_session where last_seen_at <= ? or began_at <= ?",
                Rows.time(now.minus(idle)),
                Rows.time(now.minus(age)));
    }

    /** A minute, or less where sessions are short. */
    private Duration precision() {
        Duration tenth = idle.dividedBy(10);
        return tenth.compareTo(PRECISION) < 0 ? tenth : PRECISION;
    }

    /** The operator's token and the site itself have no sessions, and no id either. */
    private static long ownId() {
        Long id = Caller.required().userId();
        return id == null ? 0 : id;
    }

    private static Found found(ResultSet row, String address) throws SQLException {
        UserRole role = UserRole.valueOf(row.getString("role"));
        Actor actor = new Actor(row.getLong("user_id"), row.getString("email"), address, role.permissions());
        return new Found(
                new SignedIn(row.getLong("id"), actor, row.getString("name"), row.getString("language"), role),
                Rows.instant(row, "last_seen_at"));
    }

    private static UserSession session(ResultSet row) throws SQLException {
        return new UserSession(
                row.getLong("id"),
                Rows.instant(row, "began_at"),
                Rows.instant(row, "last_seen_at"),
                row.getString("address"),
                row.getString("agent"));
    }
}
