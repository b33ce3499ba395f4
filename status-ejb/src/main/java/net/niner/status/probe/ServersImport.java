package net.niner.status.probe;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import net.niner.status.account.Allowed;
import net.niner.status.account.Audit;
import net.niner.status.account.Caller;
import net.niner.status.account.Permission;
import net.niner.status.platform.Rows;
import net.niner.status.probe.ImportReport.Action;
import net.niner.status.probe.ImportReport.Change;
import net.niner.status.probe.ImportReport.Difference;
import net.niner.status.probe.ServersFile.CheckEntry;
import net.niner.status.probe.ServersFile.ServerEntry;
import net.niner.status.server.Server;
import net.niner.status.server.Servers;

/**
 * Brings servers and checks to what a file says: all of it or nothing, and again and again to the same result. What the file does not name
 * stays as it is, since the back office may know more than the file.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ServersImport {

    /** Changes that are written down one by one. */
    private static final int RECORDED = 500;

    @Inject
    private Servers servers;

    @Inject
    private Checks checks;

    @Inject
    private StoredSpecs specs;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext context;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    /** @throws InvalidServersFile if anything in it is wrong; then nothing is changed */
    @Allowed(Permission.SERVERS)
    public ImportReport apply(String yaml) {
        ImportReport report = new ImportReport(false, bringAbout(parse(yaml)));
        record(report.changes());
        return report;
    }

    /**
     * Applies what a dry run showed, and nothing else.
     *
     * @param digest of the report of the dry run
     * @throws InvalidServersFile if anything in it is wrong; then nothing is changed
     * @throws PlanOutdated if it would change something else by now; then nothing is changed
     */
    @Allowed(Permission.SERVERS)
    public ImportReport apply(String yaml, String digest) {
        ImportReport report = new ImportReport(false, bringAbout(parse(yaml)));
        if (!report.digest().equals(digest)) {
            throw new PlanOutdated();
        }
        record(report.changes());
        return report;
    }

    /** Does the same, and takes all of it back. */
    @Allowed(Permission.SERVERS)
    public ImportReport dryRun(String yaml) {
        try {
            return new ImportReport(true, bringAbout(parse(yaml)));
        } finally {
            context.setRollbackOnly();
        }
    }

    private ServersFile parse(String yaml) {
        return ServersFile.parse(yaml, (server, check) -> servers.find(server)
                .flatMap(known -> checks.find(known, check))
                .flatMap(specs::of)
                .orElse(null));
    }

    /** One event for the whole file; of a very long one the beginning. */
    private void record(List<Change> changes) {
        Map<String, String> before = new LinkedHashMap<>();
        Map<String, String> after = new LinkedHashMap<>();
        changes.stream().limit(RECORDED).forEach(change -> {
            if (change.action() == Action.ADD) {
                after.put(change.subject(), change.detail());
            } else if (change.action() == Action.REMOVE) {
                before.put(change.subject(), change.detail());
            }
            for (Difference difference : change.differences()) {
                if (difference.before() != null) {
                    before.put(change.subject() + " " + difference.field(), difference.before());
                }
                after.put(change.subject() + " " + difference.field(), difference.after());
            }
        });
        if (!changes.isEmpty()) {
            audit.record("servers.import", "servers file, changes: " + changes.size(), before, after);
        }
    }

    private List<Change> bringAbout(ServersFile file) {
        List<Change> changes = new ArrayList<>();
        Map<String, Integer> positions = positions(file);
        file.servers().forEach(entry -> bringAbout(entry, positions.get(entry.code()), changes));
        makeWay(file, positions);
        file.servers().forEach(entry -> depend(entry, changes));
        return changes;
    }

    /** Servers that the file does not name get other numbers, but nobody has changed them: their versions stay. */
    private void makeWay(ServersFile file, Map<String, Integer> positions) {
        Set<String> named = file.servers().stream().map(ServerEntry::code).collect(Collectors.toSet());
        Rows.batch(
                dataSource,
                "update server set list_position = ? where code = ? and list_position <> ?",
                positions.keySet().stream()
                        .filter(code -> !named.contains(code))
                        .toList(),
                (statement, code) -> Rows.bind(statement, positions.get(code), code, positions.get(code)));
    }

    /** Numbered from one for all servers, so that no two share a number; those that the file does not name keep their order. */
    private Map<String, Integer> positions(ServersFile file) {
        List<String> known = servers.all().stream().map(Server::code).toList();
        List<String> named = file.servers().stream().map(ServerEntry::code).toList();
        Map<String, Integer> positions = new HashMap<>();
        ListOrder.of(known, named).forEach(code -> positions.put(code, positions.size() + 1));
        return positions;
    }

    private void bringAbout(ServerEntry entry, int position, List<Change> changes) {
        Optional<Server> known = servers.find(entry.code());
        Differences differences = new Differences();
        Server server = known.orElseGet(() -> added(entry));
        if (known.isPresent()) {
            differences.see("location", server.location(), entry.location());
            differences.see("role", server.role(), entry.role());
            differences.see("visibility", server.visibility(), entry.visibility());
            differences.see("position", server.position(), position);
            differences.see("in-service-from", server.inServiceFrom().orElse(null), entry.inServiceFrom());
            differences.see("retired-on", server.retiredOn().orElse(null), entry.retiredOn());
        }
        server.describe(entry.location(), entry.role(), entry.visibility());
        server.moveTo(position);
        server.serveFrom(entry.inServiceFrom());
        server.retire(entry.retiredOn());
        if (known.isEmpty() || !differences.isEmpty()) {
            server.changed(Caller.required().name(), clock.instant());
        }
        report(known.isPresent(), "server " + entry.code(), differences, describe(entry), changes);
        entry.checks().forEach(check -> bringAbout(server, check, changes));
    }

    private Server added(ServerEntry entry) {
        Server server = new Server(entry.code(), entry.location(), entry.role(), entry.visibility());
        servers.add(server);
        return server;
    }

    private void depend(ServerEntry entry, List<Change> changes) {
        Server server = servers.find(entry.code()).orElseThrow();
        Server parent = entry.parent() == null ? null : parentOf(entry);
        Differences differences = new Differences();
        differences.see("parent", server.parent().map(Server::code).orElse(null), entry.parent());
        try {
            server.dependOn(parent);
        } catch (IllegalArgumentException e) {
            throw invalid(entry.fields(), "parent", e.getMessage());
        }
        if (!differences.isEmpty()) {
            server.changed(Caller.required().name(), clock.instant());
        }
        report(true, "server " + entry.code(), differences, "", changes);
    }

    private Server parentOf(ServerEntry entry) {
        return servers.find(entry.parent())
                .orElseThrow(() -> invalid(entry.fields(), "parent", "there is no server " + entry.parent()));
    }

    private static InvalidServersFile invalid(YamlFields fields, String field, String message) {
        List<Problem> problems = new ArrayList<>();
        fields.noteIn(problems, field, message);
        return new InvalidServersFile(problems);
    }

    private void bringAbout(Server server, CheckEntry entry, List<Change> changes) {
        Optional<Check> known = checks.find(server, entry.name());
        String subject = "check " + server.code() + " " + entry.name();
        if (entry.remove()) {
            known.ifPresent(check -> {
                checks.remove(check);
                changes.add(new Change(Action.REMOVE, subject, "with all that it measured"));
            });
            return;
        }
        Differences differences = new Differences();
        if (known.isPresent()) {
            change(known.get(), entry, differences);
        } else {
            Check check = new Check(server, entry.name(), entry.kind(), stored(entry), entry.rules());
            check.show(entry.isPublic(), entry.countsForPing());
            check.pause(entry.paused());
            check.changed(Caller.required().name(), clock.instant());
            checks.add(check);
            differences.seeSettings(null, entry.spec());
            differences.see("rules", null, entry.rules());
        }
        report(known.isPresent(), subject, differences, entry.kind().word(), changes);
    }

    private void change(Check check, CheckEntry entry, Differences differences) {
        ProbeSpec before = specs.of(check).orElse(null);
        differences.see("kind", check.kind(), entry.kind());
        differences.seeSettings(before, entry.spec());
        differences.see("rules", check.rules(), entry.rules());
        differences.see("public", check.isPublic(), entry.isPublic());
        differences.see("counts-for-ping", check.countsForPing(), entry.countsForPing());
        differences.see("paused", check.isPaused(), entry.paused());
        if (!entry.spec().equals(before)) {
            check.ask(entry.kind(), stored(entry));
        }
        check.follow(entry.rules());
        check.show(entry.isPublic(), entry.countsForPing());
        check.pause(entry.paused());
        if (!differences.isEmpty()) {
            check.changed(Caller.required().name(), clock.instant());
        }
    }

    private String stored(CheckEntry entry) {
        try {
            return specs.stored(entry.spec());
        } catch (InvalidCheck e) {
            throw invalid(entry.fields(), "", e.getMessage());
        }
    }

    private static void report(
            boolean known, String subject, Differences differences, String description, List<Change> changes) {
        if (!known) {
            changes.add(new Change(Action.ADD, subject, description, differences.all()));
        } else if (!differences.isEmpty()) {
            changes.add(new Change(Action.CHANGE, subject, differences.text(), differences.all()));
        }
    }

    private static String describe(ServerEntry entry) {
        return entry.location() + ", " + entry.role() + ", " + entry.visibility();
    }
}
