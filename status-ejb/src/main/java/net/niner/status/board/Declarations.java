package net.niner.status.board;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.niner.status.board.Declaration.Work;
import net.niner.status.incident.Impaired;
import net.niner.status.incident.LatestUpdate;
import net.niner.status.incident.OpenIncidents;
import net.niner.status.maintenance.MaintenanceWindow;
import net.niner.status.maintenance.MaintenanceWindows;
import net.niner.status.server.Server;

/** What is declared of the servers now. */
@Stateless
public class Declarations {

    @Inject
    private OpenIncidents incidents;

    @Inject
    private MaintenanceWindows windows;

    /** By the server's id; servers of which nothing is declared are left out. */
    public Map<Long, Declaration> current() {
        Map<Long, List<Impaired>> impaired =
                incidents.impaired().stream().collect(Collectors.groupingBy(Impaired::serverId));
        Map<Long, LatestUpdate> updates = impaired.isEmpty() ? Map.of() : incidents.latestUpdates();
        Map<Long, List<Work>> work = work();
        Set<Long> servers = new HashSet<>(impaired.keySet());
        servers.addAll(work.keySet());
        return servers.stream()
                .collect(Collectors.toMap(
                        server -> server,
                        server -> Declaration.of(
                                impaired.getOrDefault(server, List.of()),
                                work.getOrDefault(server, List.of()),
                                updates)));
    }

    private Map<Long, List<Work>> work() {
        Map<Long, List<Work>> byServer = new HashMap<>();
        for (MaintenanceWindow window : windows.active()) {
            for (Server server : window.servers()) {
                byServer.computeIfAbsent(server.id(), id -> new ArrayList<>())
                        .add(new Work(window.id(), window.from()));
            }
        }
        return byServer;
    }
}
