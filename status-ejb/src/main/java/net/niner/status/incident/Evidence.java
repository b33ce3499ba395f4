package net.niner.status.incident;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import net.niner.status.history.Outage;
import net.niner.status.platform.Rows;
import net.niner.status.server.Server;

/** What the checks saw of the servers of an incident while it lasted. */
final class Evidence {

    private static final String ALL = "select " + Outage.COLUMNS + " from " + Outage.TABLES;

    /** Nobody reads more. */
    private static final int MOST = 100;

    private Evidence() {}

    /** Earliest first. */
    static List<Outage> of(DataSource source, Incident incident, boolean publicOnly) {
        List<Server> servers = incident.servers();
        if (servers.isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>(servers.stream().map(Server::id).toList());
        String until = "";
        if (incident.isResolved()) {
            until = " and o.began_at <= ?";
            values.add(Rows.time(incident.resolved().orElseThrow()));
        }
        values.add(Rows.time(incident.began()));
        values.add(MOST);
        return Rows.query(
                source,
                ALL + " where c.server_id in (" + String.join(", ", Collections.nCopies(servers.size(), "?")) + ")"
                        + (publicOnly ? " and c.is_public" : "") + until
                        + " and (o.ended_at is null or o.ended_at > ?) order by o.began_at, o.id fetch first ? rows only",
                Outage::read,
                values.toArray());
    }

    static Optional<Outage> lasting(DataSource source, String serverCode) {
        return Rows.query(
                        source,
                        ALL
                                + " where s.code = ? and o.ended_at is null and not c.paused and (c.is_public or c.counts_for_ping)"
                                + " order by o.began_at, o.id fetch first 1 rows only",
                        Outage::read,
                        serverCode)
                .stream()
                .findFirst();
    }
}
