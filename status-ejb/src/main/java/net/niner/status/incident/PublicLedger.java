package net.niner.status.incident;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import net.niner.status.platform.Rows;
import net.niner.status.post.Post;
import net.niner.status.post.PostState;
import net.niner.status.probe.CheckRules;
import net.niner.status.probe.Outcome;

/**
 * The promises as visitors read them: the public ones, while the post-mortem that they follow from is published. It asks for no
 * permission.
 */
@Stateless
public class PublicLedger {

    private static final String PROOFS = """
            select c.id, s.code, c.name, t.outcome, t.since, c.is_public and s.visibility = 'PUBLIC' as is_shown,
                c.paused, t.measured_at, c.interval_seconds, c.timeout_millis
            from probe_check c join check_state t on t.check_id = c.id join server s on s.id = c.server_id
            where c.id in (select check_id from follow_up)
            """;

    /**
     * A promise.
     *
     * @param due null for no goal date
     * @param postMortem its title, empty for none
     * @param address of the post-mortem within the site, empty for none
     * @param proof null where no check proves it
     */
    public record Entry(
            FollowUp followUp,
            Standing standing,
            LocalDate due,
            String postMortem,
            String address,
            String link,
            FollowUpProof proof) {}

    /** Those of one standing; at least one. */
    public record Group(Standing standing, List<Entry> entries) {

        public Group {
            entries = List.copyOf(entries);
        }
    }

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Inject
    private Clock clock;

    /** Overdue, in progress, open, ongoing, done, dropped; within each what is due first, and of what has ended what ended last. */
    public List<Group> groups() {
        LocalDate today = Rows.day(clock.instant());
        Map<Long, FollowUpProof> proofs = proofs();
        Map<Standing, List<Entry>> groups = new EnumMap<>(Standing.class);
        for (FollowUp followUp : shown()) {
            Standing standing = followUp.standing(today);
            groups.computeIfAbsent(standing, none -> new ArrayList<>()).add(entry(followUp, standing, proofs));
        }
        Comparator<Entry> latestFirst = Comparator.comparing(
                        (Entry entry) -> entry.followUp().movedAt())
                .reversed();
        Optional.ofNullable(groups.get(Standing.DONE)).ifPresent(done -> done.sort(latestFirst));
        Optional.ofNullable(groups.get(Standing.DROPPED)).ifPresent(dropped -> dropped.sort(latestFirst));
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    /** How the checks stand that prove something, by their number; without the names of those that visitors do not see. */
    private Map<Long, FollowUpProof> proofs() {
        Instant now = clock.instant();
        return Rows.query(
                        dataSource,
                        PROOFS,
                        row -> new FollowUpProof(
                                row.getLong("id"),
                                row.getBoolean("is_shown") ? row.getString("code") + " " + row.getString("name") : "",
                                says(row, now) ? Outcome.valueOf(row.getString("outcome")) : Outcome.UNKNOWN,
                                Rows.instant(row, "since")))
                .stream()
                .collect(Collectors.toMap(FollowUpProof::checkId, Function.identity()));
    }

    /** A check that is paused, or was not made for long, proves nothing. */
    private static boolean says(ResultSet row, Instant now) throws SQLException {
        Instant measured = Rows.instant(row, "measured_at");
        Duration staleAfter = CheckRules.staleAfter(
                Duration.ofSeconds(row.getInt("interval_seconds")), Duration.ofMillis(row.getInt("timeout_millis")));
        return !row.getBoolean("paused")
                && measured != null
                && measured.plus(staleAfter).isAfter(now);
    }

    private List<FollowUp> shown() {
        return em.createQuery("""
                        select f from FollowUp f left join f.lesson l left join l.postMortem p left join p.post t
                        where f.isPublic = true and (l is null
                            or (p.state = net.niner.status.incident.PostMortemState.PUBLISHED
                                and t.state = net.niner.status.post.PostState.PUBLISHED))
                        order by f.due nulls last, f.id
                        """, FollowUp.class)
                .setHint("eclipselink.batch.type", "IN")
                .setHint("eclipselink.batch", "f.lesson")
                .setHint("eclipselink.batch", "f.lesson.postMortem")
                .setHint("eclipselink.batch", "f.lesson.postMortem.post")
                .getResultList();
    }

    private static Entry entry(FollowUp followUp, Standing standing, Map<Long, FollowUpProof> proofs) {
        Optional<Post> post = followUp.lesson()
                .flatMap(lesson -> lesson.postMortem().post())
                .filter(found -> found.state() == PostState.PUBLISHED);
        return new Entry(
                followUp,
                standing,
                followUp.due().orElse(null),
                post.map(Post::title).orElse(""),
                post.flatMap(Post::path).orElse(""),
                followUp.link().orElse(null),
                followUp.checkId().map(proofs::get).orElse(null));
    }
}
