package net.niner.status.incident;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import net.niner.status.account.Allowed;
import net.niner.status.account.Audit;
import net.niner.status.account.Permission;
import net.niner.status.incident.InvalidIncident.Fault;
import net.niner.status.platform.Rows;
import net.niner.status.server.NoSuchServer;
import net.niner.status.server.Server;
import net.niner.status.server.Servers;

/** What outages lead to, server by server. */
@Stateless
public class ProposalRules {

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @Inject
    private Servers servers;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /**
     * The rule of one server.
     *
     * @param afterMinutes of {@link ProposalKind#PUBLISH} only
     */
    public record Line(Server server, ProposalKind kind, int afterMinutes) {

        Map<String, String> words() {
            return Map.of("kind", kind.name(), "after-minutes", String.valueOf(afterMinutes));
        }
    }

    /** Of all servers in service, in their order; where nobody has chosen, an outage raises the alarm only. */
    @Allowed(Permission.READ)
    public List<Line> all() {
        return servers.inServiceOn(Rows.day(clock.instant())).stream()
                .map(this::line)
                .toList();
    }

    /** @throws InvalidIncident if the minutes are too many, or fewer than none */
    @Allowed(Permission.INCIDENTS)
    public void change(String serverCode, ProposalKind kind, int afterMinutes) {
        Server server = servers.find(serverCode).orElseThrow(() -> new NoSuchServer(serverCode));
        if (afterMinutes < 0 || afterMinutes > ProposalRule.MOST_MINUTES) {
            throw new InvalidIncident("afterMinutes", Fault.MINUTES);
        }
        Line before = line(server);
        Line after = new Line(server, kind, kind == ProposalKind.PUBLISH ? afterMinutes : 0);
        ProposalRule rule = em.find(ProposalRule.class, server.id());
        if (rule == null) {
            em.persist(new ProposalRule(server.id(), after.kind(), after.afterMinutes()));
        } else {
            rule.become(after.kind(), after.afterMinutes());
        }
        em.flush();
        audit.record("incident.proposal", serverCode, before.words(), after.words());
    }

    private Line line(Server server) {
        ProposalRule rule = em.find(ProposalRule.class, server.id());
        return rule == null
                ? new Line(server, ProposalKind.ALERT_ONLY, 0)
                : new Line(server, rule.kind(), rule.afterMinutes());
    }
}
