package net.niner.status.probe;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.niner.status.account.Allowed;
import net.niner.status.account.Permission;
import net.niner.status.server.Server;
import net.niner.status.server.Servers;

/** Servers and their checks as a file that {@link ServersImport} takes in again. Secrets are not in it. */
@Stateless
public class ServersExport {

    @Inject
    private Servers servers;

    @Inject
    private Checks checks;

    @Inject
    private StoredSpecs specs;

    @Inject
    private Clock clock;

    /** All that there are, in their order, the retired ones too. */
    @Allowed(Permission.READ)
    public String all() {
        return write(servers.all());
    }

    /** Those with these codes, in the order of the list. */
    @Allowed(Permission.READ)
    public String of(Collection<String> codes) {
        return write(servers.all().stream()
                .filter(server -> codes.contains(server.code()))
                .toList());
    }

    private String write(List<Server> chosen) {
        ServersYaml yaml = new ServersYaml("Exported at " + clock.instant().truncatedTo(ChronoUnit.SECONDS)
                + ". Secrets are left out: an import keeps the stored ones.");
        Map<String, List<Check>> byServer = checks.of(chosen).stream()
                .collect(Collectors.groupingBy(check -> check.server().code()));
        for (Server server : chosen) {
            yaml.server(server);
            List<Check> own = byServer.getOrDefault(server.code(), List.of());
            if (!own.isEmpty()) {
                yaml.beginChecks();
                own.forEach(check -> yaml.check(check, specs.of(check).orElse(null)));
            }
        }
        return yaml.toString();
    }
}
