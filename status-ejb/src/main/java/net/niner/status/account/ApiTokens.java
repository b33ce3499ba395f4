package net.niner.status.account;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import net.niner.status.platform.PrivateFile;
import net.niner.status.platform.Rows;

/** The tokens of scripts. A token may do what it was made for, as long as its person may do it. */
@Stateless
public class ApiTokens {

    public static final int NAME_LENGTH = 60;

    /** Lets people, and programs that look for leaked secrets, see what it is. */
    static final String PREFIX = "nst_";

    private static final Duration PRECISION = Duration.ofMinutes(1);
    private static final String TOKENS = """
            select t.id, t.name, t.permissions, t.created_at, t.expires_on, t.last_used_at, t.last_used_address,
                   u.id as user_id, u.email, u.role
            from api_token t left join app_user u on u.id = t.user_id
            """;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    private record Found(long id, Actor actor, Instant lastUsed) {}

    /** The caller's own, by name. */
    @Allowed
    public List<ApiToken> own() {
        return Rows.query(dataSource, TOKENS + " where t.user_id = ? order by t.name, t.id", ApiTokens::token, ownId());
    }

    /** Everybody's, the operator's first. */
    @Allowed(Permission.PEOPLE)
    public List<ApiToken> all() {
        return Rows.query(
                dataSource,
                TOKENS + " order by case when u.email is null then 0 else 1 end, u.email, t.name, t.id",
                ApiTokens::token);
    }

    /**
     * Makes one for the caller.
     *
     * @param expiresOn the day from which it works no more, UTC; null for none
     * @return the token itself, which nobody can find out again
     * @throws AccountRefused if the name is none, the day is not to come, or the caller does not hold these permissions
     */
    @Allowed
    public String create(String name, Set<Permission> permissions, LocalDate expiresOn) {
        Actor actor = Caller.required();
        String label = validName(name);
        if (actor.userId() == null) {
            throw new AccountRefused(AccountRefusal.NO_SUCH_USER);
        }
        if (permissions == null || permissions.isEmpty() || !actor.permissions().containsAll(permissions)) {
            throw new AccountRefused(AccountRefusal.TOKEN_PERMISSIONS_INVALID);
        }
        if (expiresOn != null && !expiresOn.isAfter(Rows.day(clock.instant()))) {
            throw new AccountRefused(AccountRefusal.TOKEN_EXPIRY_INVALID);
        }
        String secret = PREFIX + PrivateFile.randomWord();
        Rows.update(
                dataSource,
                "insert into api_token (secret_hash, user_id, name, permissions, created_at, expires_on) values (?, ?, ?, ?, ?, ?)",
                Digest.of(secret),
                actor.userId(),
                label,
                written(permissions),
                Rows.time(clock.instant()),
                expiresOn);
        Map<String, String> fields = new HashMap<>();
        fields.put("permissions", written(permissions));
        fields.put("expires", expiresOn == null ? null : expiresOn.toString());
        audit.record("account.token-create", label, Map.of(), fields);
        return secret;
    }

    /**
     * One of the caller's own, or anybody's for whoever looks after people. The operator's is renewed with its file, not here.
     *
     * @throws AccountRefused if there is none such
     */
    @Allowed
    public void revoke(long id) {
        boolean anybodys = Caller.required().may(Permission.PEOPLE);
        ApiToken token = Rows.query(
                        dataSource,
                        TOKENS + " where t.id = ? and t.user_id is not null and (t.user_id = ? or "
                                + (anybodys ? "1 = 1)" : "1 = 0)"),
                        ApiTokens::token,
                        id,
                        ownId())
                .stream()
                .findFirst()
                .orElseThrow(() -> new AccountRefused(AccountRefusal.NO_SUCH_TOKEN));
        Rows.update(dataSource, "delete from api_token where id = ?", id);
        audit.record("account.token-revoke", token.name(), Map.of("person", token.person()), Map.of());
    }

    /** For whom this token speaks; nothing if it works no more. */
    public Optional<Actor> find(String bearer, String address) {
        Instant now = clock.instant();
        Optional<Found> found = Rows.query(
                        dataSource,
                        TOKENS + " where t.secret_hash = ? and (t.expires_on is null or t.expires_on > ?)"
                                + " and (t.user_id is null or u.state = 'ACTIVE')",
                        row -> found(row, address),
                        Digest.of(bearer == null ? "" : bearer),
                        Rows.day(now))
                .stream()
                .findFirst();
        found.filter(token -> token.lastUsed() == null
                        || token.lastUsed().plus(PRECISION).isBefore(now))
                .ifPresent(token -> Rows.update(
                        dataSource,
                        "update api_token set last_used_at = ?, last_used_address = ? where id = ?",
                        Rows.time(now),
                        AuditText.address(address),
                        token.id()));
        return found.map(Found::actor);
    }

    static String written(Set<Permission> permissions) {
        return EnumSet.copyOf(permissions).stream().map(Enum::name).collect(Collectors.joining(" "));
    }

    private static Set<Permission> permissions(ResultSet row) throws SQLException {
        return Stream.of(row.getString("permissions").split(" "))
                .map(Permission::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
    }

    private static String validName(String name) {
        String stripped = name == null ? "" : name.strip();
        if (stripped.isEmpty()
                || stripped.length() > NAME_LENGTH
                || stripped.codePoints().anyMatch(Character::isISOControl)) {
            throw new AccountRefused(AccountRefusal.TOKEN_NAME_INVALID);
        }
        return stripped;
    }

    private static long ownId() {
        Long id = Caller.required().userId();
        return id == null ? 0 : id;
    }

    private static Found found(ResultSet row, String address) throws SQLException {
        Set<Permission> permissions = permissions(row);
        String email = row.getString("email");
        if (email == null) {
            Actor operator = new Actor(null, row.getString("name"), address, permissions);
            return new Found(row.getLong("id"), operator, Rows.instant(row, "last_used_at"));
        }
        permissions.retainAll(UserRole.valueOf(row.getString("role")).permissions());
        Actor actor =
                new Actor(row.getLong("user_id"), email + " (" + row.getString("name") + ")", address, permissions);
        return new Found(row.getLong("id"), actor, Rows.instant(row, "last_used_at"));
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        return new ApiToken(
                row.getLong("id"),
                row.getString("name"),
                row.getString("email"),
                permissions(row),
                Rows.instant(row, "created_at"),
                row.getObject("expires_on", LocalDate.class),
                Rows.instant(row, "last_used_at"),
                row.getString("last_used_address"));
    }
}
