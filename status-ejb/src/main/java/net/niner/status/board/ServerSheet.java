package net.niner.status.board;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.niner.status.history.CheckPast;
import net.niner.status.history.DayBar;
import net.niner.status.history.ServerPast.Availability;
import net.niner.status.history.Uptime;
import net.niner.status.server.Server;

/**
 * All that the page of one server says of it, read at once.
 *
 * @param line how it stands now, null if it is not in service
 * @param first its first measurement that counts, null if there is none
 * @param shares oldest window last
 * @param bars oldest first
 * @param latencies of some of the checks that visitors see
 */
public record ServerSheet(
        Server server,
        Glance.Line line,
        Instant asOf,
        Instant first,
        List<Share> shares,
        List<DayBar> bars,
        List<Latencies> latencies) {

    /** Both uptimes of one window. */
    public record Share(int days, Uptime reachable, Availability available) {}

    /** The latencies of one check. */
    public record Latencies(String check, CheckPast past) {}

    public ServerSheet {
        shares = List.copyOf(shares);
        bars = List.copyOf(bars);
        latencies = List.copyOf(latencies);
    }

    public Optional<Glance.Line> standing() {
        return Optional.ofNullable(line);
    }
}
