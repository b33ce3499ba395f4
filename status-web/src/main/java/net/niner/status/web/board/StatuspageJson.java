package net.niner.status.web.board;

import static jakarta.json.Json.createArrayBuilder;
import static jakarta.json.Json.createObjectBuilder;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.niner.status.incident.Impact;
import net.niner.status.incident.Incident;
import net.niner.status.incident.IncidentState;
import net.niner.status.incident.IncidentUpdate;
import net.niner.status.maintenance.MaintenanceState;
import net.niner.status.maintenance.MaintenanceUpdate;
import net.niner.status.maintenance.MaintenanceWindow;
import net.niner.status.platform.Markup;
import net.niner.status.post.Post;
import net.niner.status.post.PostState;
import net.niner.status.server.DeclaredStatus;
import net.niner.status.server.Role;

/**
 * What the site says, in the words of the status API of Atlassian Statuspage, version 2: its clients read it without knowing whose it is. Every
 * field is there, in its type; times are ISO 8601 with milliseconds, UTC. Updates whose posts were withdrawn are left out.
 */
final class StatuspageJson {

    static final String PAGE_ID = "status";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);
    private static final Instant LONG_AGO = Instant.EPOCH;

    private final String root;

    /** @param root where the world finds the site, without a slash at its end */
    StatuspageJson(String root) {
        this.root = root;
    }

    JsonObject page(String name, Instant updated) {
        return createObjectBuilder()
                .add("id", PAGE_ID)
                .add("name", name)
                .add("url", root)
                .add("time_zone", "Etc/UTC")
                .add("updated_at", time(updated))
                .build();
    }

    /** The worst of what is declared of the systems that serve clients. */
    static JsonObject status(Collection<DeclaredStatus> declared) {
        DeclaredStatus worst = worst(declared);
        return createObjectBuilder()
                .add("indicator", indicator(worst))
                .add("description", description(worst))
                .build();
    }

    static DeclaredStatus worst(Collection<DeclaredStatus> declared) {
        List<DeclaredStatus> worstFirst = List.of(
                DeclaredStatus.MAJOR_OUTAGE,
                DeclaredStatus.PARTIAL_OUTAGE,
                DeclaredStatus.DEGRADED,
                DeclaredStatus.MAINTENANCE);
        return worstFirst.stream().filter(declared::contains).findFirst().orElse(DeclaredStatus.OPERATIONAL);
    }

    /** One system. */
    static JsonObject component(Component component) {
        return fields(
                        component.code(),
                        component.name(),
                        component.status(),
                        component.changed(),
                        component.position(),
                        component.group())
                .add("start_date", JsonValue.NULL)
                .add("group", false)
                .build();
    }

    /** The systems of one role. */
    static JsonObject group(Role role, String name, int position, List<Component> members) {
        JsonArrayBuilder ids = createArrayBuilder();
        members.forEach(member -> ids.add(member.code()));
        return fields(
                        groupId(role),
                        name,
                        worst(members.stream().map(Component::status).toList()),
                        members.stream()
                                .map(Component::changed)
                                .max(Instant::compareTo)
                                .orElse(LONG_AGO),
                        position,
                        null)
                .add("start_date", JsonValue.NULL)
                .add("group", true)
                .add("components", ids)
                .build();
    }

    static String groupId(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static JsonObjectBuilder fields(
            String id, String name, DeclaredStatus status, Instant changed, int position, String group) {
        return createObjectBuilder()
                .add("id", id)
                .add("name", name)
                .add("status", componentStatus(status))
                .add("created_at", time(LONG_AGO))
                .add("updated_at", time(changed))
                .add("position", position)
                .add("description", JsonValue.NULL)
                .add("showcase", true)
                .add("group_id", group == null ? JsonValue.NULL : string(group))
                .add("page_id", PAGE_ID)
                .add("only_show_if_degraded", false);
    }

    /**
     * @param analysed whether visitors can read its post-mortem
     * @param components by code
     */
    JsonObject incident(Incident incident, boolean analysed, Map<String, JsonObject> components) {
        String id = String.valueOf(incident.id());
        JsonArrayBuilder updates = createArrayBuilder();
        Instant monitoring = null;
        List<IncidentUpdate> told = incident.updates();
        for (int i = told.size() - 1; i >= 0; i--) {
            IncidentUpdate update = told.get(i);
            Map<String, Impact> before = i == 0 ? Map.of() : told.get(i - 1).impacts();
            if (update.post().state() == PostState.PUBLISHED) {
                updates.add(update(
                        id,
                        update.number(),
                        update(update.state()),
                        update.post(),
                        update.at(),
                        affected(before, update)));
            }
            if (update.state() == IncidentState.MONITORING) {
                monitoring = update.at();
            }
        }
        return common(id, incident.title(), incident.began(), incident.updated(), "/incidents/" + id)
                .add("status", analysed && incident.isResolved() ? "postmortem" : update(incident.state()))
                .add("impact", impact(incident.worst()))
                .add("monitoring_at", timeOrNull(monitoring))
                .add("resolved_at", timeOrNull(incident.resolved().orElse(null)))
                .add("started_at", time(incident.began()))
                .add("incident_updates", updates)
                .add(
                        "components",
                        components(
                                incident.servers().stream()
                                        .map(server -> server.code())
                                        .toList(),
                                components))
                .build();
    }

    JsonObject maintenance(MaintenanceWindow window, Map<String, JsonObject> components) {
        String id = "m" + window.id();
        JsonArrayBuilder updates = createArrayBuilder();
        List<MaintenanceUpdate> told = window.updates();
        for (int i = told.size() - 1; i >= 0; i--) {
            MaintenanceUpdate update = told.get(i);
            if (update.post().state() == PostState.PUBLISHED) {
                updates.add(update(id, i + 1, state(update.state()), update.post(), update.at(), JsonValue.NULL));
            }
        }
        boolean over = window.state().isOver();
        return common(id, window.title(), window.createdAt(), window.changedAt(), "/maintenance/" + window.id())
                .add("status", state(window.state()))
                .add("impact", "maintenance")
                .add("monitoring_at", JsonValue.NULL)
                .add("resolved_at", over ? time(window.until()) : JsonValue.NULL)
                .add("started_at", time(window.from()))
                .add("incident_updates", updates)
                .add("components", components(window.codes(), components))
                .add("scheduled_for", time(window.plannedFrom()))
                .add("scheduled_until", time(window.plannedUntil()))
                .build();
    }

    private JsonObjectBuilder common(String id, String name, Instant created, Instant updated, String path) {
        return createObjectBuilder()
                .add("id", id)
                .add("name", name)
                .add("created_at", time(created))
                .add("updated_at", time(updated))
                .add("shortlink", root + path)
                .add("page_id", PAGE_ID);
    }

    private static JsonObject update(
            String incident, int number, String status, Post post, Instant at, JsonValue affected) {
        return createObjectBuilder()
                .add("id", incident + "-" + number)
                .add("status", status)
                .add("body", Markup.text(post.html()))
                .add("incident_id", incident)
                .add("created_at", time(at))
                .add("updated_at", time(post.changedAt()))
                .add("display_at", time(at))
                .add("affected_components", affected)
                .add("deliver_notifications", true)
                .add("custom_tweet", JsonValue.NULL)
                .add("tweet_id", JsonValue.NULL)
                .build();
    }

    private static JsonValue affected(Map<String, Impact> before, IncidentUpdate update) {
        JsonArrayBuilder affected = createArrayBuilder();
        Map<String, Impact> after = update.impacts();
        after.forEach((code, impact) -> affected.add(change(code, before.get(code), impact)));
        before.forEach((code, impact) -> {
            if (!after.containsKey(code)) {
                affected.add(change(code, impact, null));
            }
        });
        return affected.build();
    }

    private static JsonObject change(String code, Impact before, Impact after) {
        return createObjectBuilder()
                .add("code", code)
                .add("name", code)
                .add("old_status", componentStatus(declared(before)))
                .add("new_status", componentStatus(declared(after)))
                .build();
    }

    private static DeclaredStatus declared(Impact impact) {
        return impact == null ? DeclaredStatus.OPERATIONAL : impact.declared();
    }

    private static JsonArrayBuilder components(List<String> codes, Map<String, JsonObject> components) {
        JsonArrayBuilder concerned = createArrayBuilder();
        codes.stream().filter(components::containsKey).map(components::get).forEach(concerned::add);
        return concerned;
    }

    private static String componentStatus(DeclaredStatus status) {
        return switch (status) {
            case OPERATIONAL, INTERNAL -> "operational";
            case DEGRADED -> "degraded_performance";
            case PARTIAL_OUTAGE -> "partial_outage";
            case MAJOR_OUTAGE -> "major_outage";
            case MAINTENANCE -> "under_maintenance";
        };
    }

    private static String indicator(DeclaredStatus worst) {
        return switch (worst) {
            case OPERATIONAL, INTERNAL, MAINTENANCE -> "none";
            case DEGRADED -> "minor";
            case PARTIAL_OUTAGE -> "major";
            case MAJOR_OUTAGE -> "critical";
        };
    }

    private static String description(DeclaredStatus worst) {
        return switch (worst) {
            case OPERATIONAL, INTERNAL -> "All Systems Operational";
            case MAINTENANCE -> "Service Under Maintenance";
            case DEGRADED -> "Partially Degraded Service";
            case PARTIAL_OUTAGE -> "Partial System Outage";
            case MAJOR_OUTAGE -> "Major Service Outage";
        };
    }

    private static String impact(Impact worst) {
        if (worst == null) {
            return "none";
        }
        return switch (worst) {
            case DEGRADED -> "minor";
            case PARTIAL_OUTAGE -> "major";
            case MAJOR_OUTAGE -> "critical";
        };
    }

    private static String update(IncidentState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String state(MaintenanceState state) {
        return switch (state) {
            case PLANNED -> "scheduled";
            case IN_PROGRESS -> "in_progress";
            case VERIFYING -> "verifying";
            case COMPLETED, CANCELLED -> "completed";
        };
    }

    private static JsonValue timeOrNull(Instant at) {
        return at == null ? JsonValue.NULL : time(at);
    }

    private static JsonValue time(Instant at) {
        return string(TIME.format(at.atOffset(ZoneOffset.UTC)));
    }

    private static JsonValue string(String text) {
        return Json.createValue(text);
    }

    /**
     * A system that serves clients.
     *
     * @param changed when its status came to be so, as far as is known; UTC
     * @param group of its role
     */
    record Component(
            String code, String name, DeclaredStatus status, Instant changed, int position, String group, Role role) {

        static Instant changed(Instant since) {
            return since == null ? LONG_AGO : since;
        }
    }
}
