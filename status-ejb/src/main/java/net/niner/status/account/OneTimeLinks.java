package net.niner.status.account;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import net.niner.status.platform.PrivateFile;
import net.niner.status.platform.Rows;

/** The table of one-time links, for the other services of this package. Who was given a new one has no old one. */
@Stateless
public class OneTimeLinks {

    static final Duration LIFE = Duration.ofHours(24);

    private static final String PATH = "/admin/welcome?link=";

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Inject
    private Clock clock;

    /** @param userId null for the first owner */
    public OneTimeLink issue(LinkKind kind, Long userId) {
        String secret = PrivateFile.randomWord();
        Instant expires = clock.instant().plus(LIFE);
        withdraw(userId);
        String columns =
                "insert into one_time_link (secret_hash, kind, expires_at" + (userId == null ? "" : ", user_id");
        Object[] values = userId == null
                ? new Object[] {Digest.of(secret), kind.name(), Rows.time(expires)}
                : new Object[] {Digest.of(secret), kind.name(), Rows.time(expires), userId};
        Rows.update(dataSource, columns + ") values (?, ?, ?" + (userId == null ? ")" : ", ?)"), values);
        return new OneTimeLink(PATH + secret, expires);
    }

    /** @param userId null for the first owner */
    public void withdraw(Long userId) {
        if (userId == null) {
            Rows.update(dataSource, "delete from one_time_link where user_id is null");
        } else {
            Rows.update(dataSource, "delete from one_time_link where user_id = ?", userId);
        }
    }

    /** Whether somebody can still become the first owner. */
    public boolean setupIsOpen() {
        return !Rows.query(
                        dataSource,
                        "select 1 from one_time_link where user_id is null and expires_at > ?",
                        row -> true,
                        Rows.time(clock.instant()))
                .isEmpty();
    }

    /** Takes the link out of the world; of two who use it at once, one does. */
    public boolean use(String hash) {
        return Rows.update(
                        dataSource,
                        "delete from one_time_link where secret_hash = ? and expires_at > ?",
                        hash,
                        Rows.time(clock.instant()))
                == 1;
    }

    /** What this secret opens, if it still does. */
    public Optional<PendingLink> find(String secret) {
        return Rows.query(
                        dataSource,
                        """
                        select l.secret_hash, l.kind, l.user_id, u.email, u.name, u.role
                        from one_time_link l left join app_user u on u.id = l.user_id
                        where l.secret_hash = ? and l.expires_at > ? and (u.state is null or u.state <> 'DISABLED')
                        """,
                        OneTimeLinks::link,
                        Digest.of(secret == null ? "" : secret),
                        Rows.time(clock.instant()))
                .stream()
                .findFirst();
    }

    private static PendingLink link(ResultSet row) throws SQLException {
        boolean setup = row.getString("email") == null;
        return new PendingLink(
                row.getString("secret_hash"),
                LinkKind.valueOf(row.getString("kind")),
                setup ? null : row.getLong("user_id"),
                setup ? "" : row.getString("email"),
                setup ? "" : row.getString("name"),
                setup ? UserRole.OWNER : UserRole.valueOf(row.getString("role")));
    }
}
