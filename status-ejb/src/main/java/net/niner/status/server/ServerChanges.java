package net.niner.status.server;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import net.niner.status.account.Allowed;
import net.niner.status.account.Audit;
import net.niner.status.account.Caller;
import net.niner.status.account.Permission;
import net.niner.status.platform.ChangedMeanwhile;
import net.niner.status.platform.Rows;
import net.niner.status.server.InvalidServer.Fault;
import net.niner.status.server.InvalidServer.Problem;

/** What people change about servers, each change in the audit trail. */
@Stateless
public class ServerChanges {

    private static final String NONE = "";

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Inject
    private Servers servers;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /**
     * The new server stands at the end of the list.
     *
     * @throws InvalidServer if the draft cannot be used
     */
    @Allowed(Permission.SERVERS)
    public void add(ServerDraft draft) {
        int others = lock().size();
        List<Problem> problems = problems(draft);
        if (!Server.isCode(draft.code())) {
            problems.add(0, new Problem("code", Fault.CODE));
        } else if (servers.find(draft.code()).isPresent()) {
            problems.add(0, new Problem("code", Fault.CODE_TAKEN));
        }
        refuse(problems);
        Server server = new Server(draft.code(), location(draft), draft.role(), draft.visibility());
        describe(server, draft);
        server.moveTo(others + 1);
        servers.add(server);
        save(server);
        audit.record("server.add", server.code(), Map.of(), words(server));
    }

    /**
     * What leaves everything as it was is no change, and nobody's.
     *
     * @param version as the person saw it
     * @throws InvalidServer if the draft cannot be used
     * @throws ChangedMeanwhile if somebody else changed it since
     */
    @Allowed(Permission.SERVERS)
    public void change(int version, ServerDraft draft) {
        if (draft.parent() != null) {
            // before anything is read: two who make each other's server the parent at once would close a circle
            lock();
        }
        Server server = required(draft.code());
        if (server.version() != version) {
            throw changedMeanwhile(server);
        }
        refuse(problems(draft));
        Map<String, String> before = words(server);
        Map<String, String> after = new LinkedHashMap<>(before);
        after.putAll(words(draft));
        if (after.equals(before)) {
            return;
        }
        describe(server, draft);
        save(server);
        audit.record("server.change", server.code(), before, after);
    }

    /** From today (UTC) it serves no more: it and its checks leave the public page, and nothing is measured. What was measured stays. */
    @Allowed(Permission.SERVERS)
    public void retire(String code) {
        Server server = required(code);
        Map<String, String> before = words(server);
        server.retire(Rows.day(clock.instant()));
        save(server);
        audit.record("server.retire", code, before, words(server));
    }

    /** It serves again. */
    @Allowed(Permission.SERVERS)
    public void bringBack(String code) {
        Server server = required(code);
        Map<String, String> before = words(server);
        server.retire(null);
        save(server);
        audit.record("server.bring-back", code, before, words(server));
    }

    /**
     * Puts it at that place among all servers; the others close up.
     *
     * @param index counted from 0; what lies beyond the end is the end
     */
    @Allowed(Permission.SERVERS)
    public void move(String code, int index) {
        List<String> order = lock();
        int before = order.indexOf(code);
        if (before < 0) {
            throw new NoSuchServer(code);
        }
        order.remove(before);
        int after = Math.max(0, Math.min(index, order.size()));
        order.add(after, code);
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            places.add(i);
        }
        Rows.batch(
                dataSource,
                "update server set list_position = ? where code = ? and list_position <> ?",
                places,
                (statement, i) -> Rows.bind(statement, i + 1, order.get(i), i + 1));
        audit.record("server.move", code, Map.of("place", "" + (before + 1)), Map.of("place", "" + (after + 1)));
    }

    /**
     * All codes in their order, held until the end of the transaction: two people who move servers at once would mix their orders, and what
     * one found valid the other could have made invalid meanwhile.
     */
    private List<String> lock() {
        return Rows.query(
                dataSource,
                "select code from server order by list_position, code for update",
                row -> row.getString("code"));
    }

    private Server required(String code) {
        return servers.find(code).orElseThrow(() -> new NoSuchServer(code));
    }

    private void describe(Server server, ServerDraft draft) {
        server.describe(location(draft), draft.role(), draft.visibility());
        server.serveFrom(draft.inServiceFrom());
        server.dependOn(draft.parent() == null ? null : required(draft.parent()));
    }

    private static Location location(ServerDraft draft) {
        return new Location(draft.city(), draft.country());
    }

    private List<Problem> problems(ServerDraft draft) {
        List<Problem> problems = new ArrayList<>();
        if (draft.city().isEmpty() || draft.city().length() > Location.CITY_LENGTH) {
            problems.add(new Problem("city", Fault.CITY));
        }
        if (draft.country() == null || !Location.isCountry(draft.country())) {
            problems.add(new Problem("country", Fault.COUNTRY));
        }
        if (draft.role() == null || draft.visibility() == null) {
            problems.add(new Problem("role", Fault.ROLE));
        }
        if (draft.parent() != null) {
            servers.find(draft.parent())
                    .ifPresentOrElse(
                            parent -> {
                                if (parent.dependsOn(draft.code())) {
                                    problems.add(new Problem("parent", Fault.PARENT_ITSELF));
                                }
                            },
                            () -> problems.add(new Problem("parent", Fault.PARENT)));
        }
        return problems;
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidServer(problems);
        }
    }

    private void save(Server server) {
        server.changed(Caller.required().name(), clock.instant());
        try {
            em.flush();
        } catch (OptimisticLockException e) {
            throw new ChangedMeanwhile(server.code(), null, null);
        }
    }

    private static ChangedMeanwhile changedMeanwhile(Server server) {
        return new ChangedMeanwhile(
                server.code(),
                server.changedBy().orElse(null),
                server.changedAt().orElse(null));
    }

    private static Map<String, String> words(Server server) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("city", server.location().city());
        words.put("country", server.location().country());
        words.put("role", server.role().name());
        words.put("visibility", server.visibility().name());
        words.put("parent", server.parent().map(Server::code).orElse(NONE));
        words.put(
                "in-service-from", server.inServiceFrom().map(Object::toString).orElse(NONE));
        words.put("retired-on", server.retiredOn().map(Object::toString).orElse(NONE));
        return words;
    }

    private static Map<String, String> words(ServerDraft draft) {
        return Map.of(
                "city", draft.city(),
                "country", draft.country(),
                "role", draft.role().name(),
                "visibility", draft.visibility().name(),
                "parent", Objects.requireNonNullElse(draft.parent(), NONE),
                "in-service-from",
                        draft.inServiceFrom() == null
                                ? NONE
                                : draft.inServiceFrom().toString());
    }
}
