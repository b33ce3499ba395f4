package net.niner.status.incident;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import net.niner.status.platform.Rows;
import net.niner.status.post.PostState;
import net.niner.status.server.Server;

/** Tells what happened in an incident, from what was said and from what the checks saw. */
@Stateless
public class IncidentChronicle {

    /** Who wants to read all of an update reads it in its thread. */
    private static final int UPDATE_LENGTH = 400;

    private static final String OUTAGES = """
            select s.code, c.name, o.began_at, o.ended_at, o.cause
            from outage o join probe_check c on c.id = o.check_id join server s on s.id = c.server_id
            where s.code in (%s) and c.is_public and o.began_at <= ? and (o.ended_at is null or o.ended_at >= ?)
            order by o.began_at, o.id fetch first 100 rows only
            """;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @EJB
    private PublishedIncidents incidents;

    @Inject
    private Clock clock;

    private record Seen(String check, Instant began, Instant ended, String cause) {}

    /** Of one that visitors know; nothing where there is none. */
    public Optional<IncidentFacts> facts(long incidentId) {
        return incidents
                .find(incidentId)
                .map(incident -> new IncidentFacts(
                        incident.words(),
                        incident.began(),
                        incident.resolved().orElse(null),
                        incident.servers().stream().map(Server::code).toList(),
                        incident.updates().stream()
                                .filter(update -> update.post().state() == PostState.PUBLISHED)
                                .map(IncidentChronicle::row)
                                .toList()));
    }

    private static TimelineRow row(IncidentUpdate update) {
        return new TimelineRow(update.at(), update.post().excerpt(UPDATE_LENGTH), TimelineSource.UPDATE);
    }

    /** Moments in their order: what was said, and when checks that visitors see of the incident's servers failed and succeeded again. */
    public List<TimelineRow> timeline(IncidentFacts facts, PostMortemWords words) {
        List<TimelineRow> rows = new ArrayList<>();
        rows.add(new TimelineRow(facts.began(), words.of("began"), TimelineSource.UPDATE));
        rows.addAll(facts.updates());
        Instant until = facts.until() == null ? clock.instant() : facts.until();
        for (Seen seen : seen(facts, until)) {
            rows.add(new TimelineRow(
                    seen.began(), words.of("outage", seen.check(), seen.cause()), TimelineSource.OUTAGE));
            if (seen.ended() != null) {
                rows.add(new TimelineRow(seen.ended(), words.of("outage.end", seen.check()), TimelineSource.OUTAGE));
            }
        }
        rows.sort(Comparator.comparing(TimelineRow::at));
        return List.copyOf(rows);
    }

    private List<Seen> seen(IncidentFacts facts, Instant until) {
        if (facts.servers().isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>(facts.servers());
        values.add(Rows.time(until));
        values.add(Rows.time(facts.began()));
        String places = String.join(", ", Collections.nCopies(facts.servers().size(), "?"));
        return Rows.query(dataSource, OUTAGES.formatted(places), IncidentChronicle::seen, values.toArray());
    }

    private static Seen seen(ResultSet row) throws SQLException {
        return new Seen(
                row.getString("code") + " " + row.getString("name"),
                Rows.instant(row, "began_at"),
                Rows.instant(row, "ended_at"),
                row.getString("cause"));
    }
}
