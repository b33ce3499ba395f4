package net.niner.status.platform;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Does once what is asked more than once. The answer is kept in the transaction that does the work: either both are there or neither is, so a
 * client that got no answer may simply send its request again. After {@link #KEPT} a key is forgotten.
 */
@Stateless
public class RepeatedRequests {

    /** As long as a client may reasonably try again. */
    public static final Duration KEPT = Duration.ofHours(24);

    private static final String INTEGRITY_VIOLATION = "23";

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Inject
    private Clock clock;

    private record Kept(String digest, Answered answer) {}

    /**
     * @param caller who asks: keys of different callers have nothing to do with each other
     * @param key the client's
     * @param digest of the request, by which another request with the same key is told from the same one
     * @param action does it
     * @throws RequestRefused if the key was used for another request, or the same one is under way
     */
    public Answered once(String caller, String key, String digest, Supplier<Answered> action) {
        Instant now = clock.instant();
        // only the caller's own: others' would be locked for as long as the work takes
        Rows.update(
                dataSource,
                "delete from answered_request where caller = ? and answered_at < ?",
                caller,
                Rows.time(now.minus(KEPT)));
        Optional<Kept> known = find(caller, key);
        if (known.isPresent()) {
            if (!known.get().digest().equals(digest)) {
                throw RequestRefused.another(key);
            }
            return known.get().answer();
        }
        claim(caller, key, digest, now);
        Answered answer = action.get();
        Rows.update(
                dataSource,
                "update answered_request set status = ?, location = ?, body = ? where caller = ? and request_key = ?",
                answer.status(),
                answer.location(),
                answer.body(),
                caller,
                key);
        return answer;
    }

    /** Without a key: each time, and all of it or nothing. */
    public Answered each(Supplier<Answered> action) {
        return action.get();
    }

    private Optional<Kept> find(String caller, String key) {
        return Rows.query(
                        dataSource,
                        "select digest, status, location, body from answered_request where caller = ? and request_key = ?",
                        row -> new Kept(
                                row.getString("digest"),
                                new Answered(row.getInt("status"), row.getString("location"), row.getString("body"))),
                        caller,
                        key)
                .stream()
                .findFirst();
    }

    private void claim(String caller, String key, String digest, Instant now) {
        try {
            Rows.update(
                    dataSource,
                    "insert into answered_request (caller, request_key, digest, status, body, answered_at) values (?, ?, ?, 0, '', ?)",
                    caller,
                    key,
                    digest,
                    Rows.time(now));
        } catch (DatabaseException e) {
            if (e.getCause() instanceof SQLException cause
                    && cause.getSQLState() != null
                    && cause.getSQLState().startsWith(INTEGRITY_VIOLATION)) {
                throw RequestRefused.underWay(key);
            }
            throw e;
        }
    }
}
