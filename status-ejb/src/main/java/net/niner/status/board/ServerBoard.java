package net.niner.status.board;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import net.niner.status.board.ServerSheet.Latencies;
import net.niner.status.board.ServerSheet.Share;
import net.niner.status.history.CheckPast;
import net.niner.status.history.CheckPasts;
import net.niner.status.history.DayBar;
import net.niner.status.history.Interval;
import net.niner.status.history.ServerPast;
import net.niner.status.history.ServerPast.Declared;
import net.niner.status.incident.PublishedIncidents;
import net.niner.status.maintenance.MaintenanceWindows;
import net.niner.status.platform.Rows;
import net.niner.status.probe.CheckRules;
import net.niner.status.server.Server;
import net.niner.status.server.Servers;

/** What a visitor reads of one server. */
@Stateless
public class ServerBoard {

    public static final int DAYS = 90;

    private static final List<Integer> WINDOWS = List.of(1, 7, 30, DAYS);
    private static final int MOST_CHARTS = 3;

    private static final String CHECKS = """
            select id, name, interval_seconds, timeout_millis, is_public, counts_for_ping, paused from probe_check where server_id = ? order by id
            """;

    private static final String OUTAGES = """
            select check_id, began_at, ended_at from outage
            where check_id in (select id from probe_check where server_id = ? and counts_for_ping) and (ended_at is null or ended_at > ?)
            """;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Inject
    private Servers servers;

    @Inject
    private Board board;

    @Inject
    private CheckPasts pasts;

    @Inject
    private PublishedIncidents incidents;

    @Inject
    private MaintenanceWindows windows;

    @Inject
    private Clock clock;

    private record Asked(long id, String name, Duration staleAfter, boolean isPublic, boolean counts, boolean paused) {}

    /** @param code in any case; nothing if there never was such a server */
    public Optional<ServerSheet> sheet(String code) {
        return servers.find(code.toUpperCase(Locale.ROOT)).map(this::sheet);
    }

    private ServerSheet sheet(Server server) {
        Instant now = clock.instant();
        Instant from =
                Rows.day(now).minusDays(DAYS).atStartOfDay(ZoneOffset.UTC).toInstant();
        List<Asked> checks = Rows.query(
                dataSource,
                CHECKS,
                row -> new Asked(
                        row.getLong("id"),
                        row.getString("name"),
                        CheckRules.staleAfter(
                                Duration.ofSeconds(row.getInt("interval_seconds")),
                                Duration.ofMillis(row.getInt("timeout_millis"))),
                        row.getBoolean("is_public"),
                        row.getBoolean("counts_for_ping"),
                        row.getBoolean("paused")),
                server.id());
        Map<Long, CheckPast> byCheck = new HashMap<>();
        List<Latencies> latencies = new ArrayList<>();
        for (Asked check : checks) {
            boolean shown = check.isPublic() && !check.paused() && latencies.size() < MOST_CHARTS;
            if (shown || check.counts()) {
                CheckPast past = pasts.of(check.id(), check.staleAfter(), from, now);
                if (shown && past.days().stream().anyMatch(point -> point.median() != null)) {
                    latencies.add(new Latencies(check.name(), past));
                }
                if (check.counts()) {
                    byCheck.put(check.id(), past);
                }
            }
        }
        Instant first = byCheck.values().stream()
                .map(CheckPast::firstAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        ServerPast past = past(server, byCheck, from, now);
        Instant since = server.inServiceFrom()
                .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
                .orElse(first == null ? now : first);
        List<Share> shares = WINDOWS.stream()
                .map(days -> new Interval(now.minus(Duration.ofDays(days)), now))
                .map(window -> new Share(
                        (int) window.length().toDays(), past.reachable(window), past.available(window, since)))
                .toList();
        Glance.Line line = board.glance().lines().stream()
                .filter(one -> one.code().equals(server.code()))
                .findFirst()
                .orElse(null);
        return new ServerSheet(server, line, now, first, shares, DayBar.of(past, DAYS, now), latencies);
    }

    private ServerPast past(Server server, Map<Long, CheckPast> checks, Instant from, Instant now) {
        Interval all = new Interval(from, now);
        Map<Long, List<Interval>> outages = new HashMap<>();
        Rows.query(
                dataSource,
                OUTAGES,
                row -> outages.computeIfAbsent(row.getLong("check_id"), id -> new ArrayList<>())
                        .add(span(Rows.instant(row, "began_at"), Rows.instant(row, "ended_at"), now)),
                server.id(),
                Rows.time(from));
        List<Interval> down = new ArrayList<>();
        List<Interval> unknown = List.of(all);
        for (Map.Entry<Long, CheckPast> check : checks.entrySet()) {
            List<Interval> blind = check.getValue().blind();
            // an outage stays open while its check knows nothing
            down.addAll(Interval.without(outages.getOrDefault(check.getKey(), List.of()), blind));
            unknown = Interval.common(unknown, blind);
        }
        List<Declared> declared = incidents.impactSpans(server.id(), from, now).stream()
                .map(span -> new Declared(span.impact().declared(), span(span.from(), span.until(), now)))
                .toList();
        List<Interval> maintenance = windows.spans(server.id(), from, now).stream()
                .map(span -> span.interval(now))
                .toList();
        return new ServerPast(down, unknown, declared, maintenance);
    }

    private static Interval span(Instant from, Instant until, Instant now) {
        Instant end = until == null ? now : until;
        return new Interval(from, end.isBefore(from) ? from : end);
    }
}
