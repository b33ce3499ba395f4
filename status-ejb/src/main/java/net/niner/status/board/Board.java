package net.niner.status.board;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import net.niner.status.board.Pings.Standing;
import net.niner.status.platform.Rows;
import net.niner.status.probe.CheckRules;
import net.niner.status.probe.Outcome;
import net.niner.status.server.Server;
import net.niner.status.server.Servers;

/** Systems at a Glance. */
@Stateless
public class Board {

    private static final String STANDINGS = """
            select c.server_id, t.outcome, t.since, t.measured_at, t.latency_micros, c.interval_seconds, c.timeout_millis
            from probe_check c join check_state t on t.check_id = c.id
            where c.counts_for_ping and not c.paused
            """;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Inject
    private Servers servers;

    @Inject
    private Declarations declarations;

    @Inject
    private Clock clock;

    /** All servers in service today (UTC), in their order, with what is declared and what is observed. */
    public Glance glance() {
        Instant now = clock.instant();
        Map<Long, List<Standing>> standings = standings();
        Map<Long, Declaration> declared = declarations.current();
        List<Glance.Line> lines = new ArrayList<>();
        for (Server server : servers.inServiceOn(Rows.day(now))) {
            Observed observed = Pings.of(standings.getOrDefault(server.id(), List.of()), now);
            lines.add(new Glance.Line(
                    server.code(),
                    server.location().city(),
                    server.location().country(),
                    server.role(),
                    Declaration.status(server.visibility(), declared.get(server.id())),
                    declared.get(server.id()),
                    observed));
        }
        return new Glance(now, lines);
    }

    private Map<Long, List<Standing>> standings() {
        Map<Long, List<Standing>> byServer = new HashMap<>();
        Rows.query(dataSource, STANDINGS, row -> byServer.computeIfAbsent(
                        row.getLong("server_id"), id -> new ArrayList<>())
                .add(new Standing(
                        Outcome.valueOf(row.getString("outcome")),
                        Rows.instant(row, "since"),
                        Rows.instant(row, "measured_at"),
                        Rows.duration(row, "latency_micros"),
                        CheckRules.staleAfter(
                                Duration.ofSeconds(row.getInt("interval_seconds")),
                                Duration.ofMillis(row.getInt("timeout_millis"))))));
        return byServer;
    }
}
