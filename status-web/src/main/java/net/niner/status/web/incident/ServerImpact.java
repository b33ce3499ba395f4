package net.niner.status.web.incident;

import java.io.Serializable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.niner.status.incident.Impact;
import net.niner.status.server.Server;

/** A server on a form, with the impact that is chosen for it; null for none. */
public final class ServerImpact implements Serializable {

    private static final long serialVersionUID = 1;

    private final String code;
    private final String city;
    private Impact impact;

    ServerImpact(Server server, Impact impact) {
        this.code = server.code();
        this.city = server.location().city();
        this.impact = impact;
    }

    /** Those with an impact, by their codes. */
    static Map<String, Impact> chosen(Collection<ServerImpact> rows) {
        Map<String, Impact> chosen = new LinkedHashMap<>();
        rows.stream().filter(row -> row.impact != null).forEach(row -> chosen.put(row.code, row.impact));
        return chosen;
    }

    /** A row for each, with what is known of it. */
    static List<ServerImpact> of(Collection<Server> servers, Map<String, Impact> impacts) {
        return servers.stream()
                .map(server -> new ServerImpact(server, impacts.get(server.code())))
                .toList();
    }

    public String getCode() {
        return code;
    }

    public String getCity() {
        return city;
    }

    public Impact getImpact() {
        return impact;
    }

    public void setImpact(Impact impact) {
        this.impact = impact;
    }
}
