package net.niner.status.web.board;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.niner.status.board.Board;
import net.niner.status.board.Glance;
import net.niner.status.incident.Incident;
import net.niner.status.incident.PublishedIncidents;
import net.niner.status.incident.PublishedPostMortems;
import net.niner.status.maintenance.MaintenanceWindow;
import net.niner.status.maintenance.MaintenanceWindows;
import net.niner.status.server.DeclaredStatus;
import net.niner.status.server.Role;
import net.niner.status.web.board.StatuspageJson.Component;
import net.niner.status.web.platform.Content;
import net.niner.status.web.platform.Language;
import net.niner.status.web.platform.PublicPage;
import net.niner.status.web.platform.PublicPage.Making;
import net.niner.status.web.platform.PublicPages;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.Words;

/** {@code /api/v2/}: the site as a Statuspage, for the clients that exist for it; see {@link StatuspageJson}. */
@ApplicationScoped
public class Statuspage implements PublicPages {

    /** As many as Statuspage gives. */
    private static final int MOST = 50;

    private static final String INCIDENTS = "incidents";
    private static final String MAINTENANCES = "scheduled_maintenances";

    private static final Comparator<MaintenanceWindow> LATEST_FIRST = Comparator.comparing(
                    MaintenanceWindow::plannedFrom)
            .thenComparing(MaintenanceWindow::id)
            .reversed();

    @EJB
    private Board board;

    @EJB
    private PublishedIncidents incidents;

    @EJB
    private PublishedPostMortems postMortems;

    @EJB
    private MaintenanceWindows windows;

    @Inject
    private Visitor visitor;

    /** Adds to the answer what it has beside the page. */
    @FunctionalInterface
    private interface Part {
        void add(JsonObjectBuilder answer, Systems systems);
    }

    /** What is needed of the systems: their components, by code, and what is declared of them. */
    private record Systems(StatuspageJson json, List<Component> components, Map<String, JsonObject> byCode) {

        static Systems of(Glance glance, StatuspageJson json) {
            List<Component> components = new ArrayList<>();
            for (Glance.Line line : glance.lines()) {
                if (line.declared() != DeclaredStatus.INTERNAL) {
                    components.add(component(line, components.size() + 1));
                }
            }
            return new Systems(
                    json,
                    components,
                    components.stream().collect(Collectors.toMap(Component::code, StatuspageJson::component)));
        }

        private static Component component(Glance.Line line, int position) {
            return new Component(
                    line.code(),
                    line.code() + " " + line.city(),
                    line.declared(),
                    Component.changed(
                            line.declaration() == null
                                    ? null
                                    : line.declaration().since()),
                    position,
                    StatuspageJson.groupId(line.role()),
                    line.role());
        }

        Collection<DeclaredStatus> declared() {
            return components.stream().map(Component::status).toList();
        }
    }

    @Override
    public List<PublicPage> pages() {
        return List.of(
                at("summary", (answer, systems) -> {
                    status(answer, systems);
                    components(answer, systems);
                    unresolved(answer, systems);
                    maintenances(answer, systems, current().toList());
                }),
                at("status", Statuspage::status),
                at("components", Statuspage::components),
                at(
                        "incidents",
                        (answer, systems) -> incidents(
                                answer, systems, incidents.latest(0, MOST).rows())),
                at("incidents/unresolved", this::unresolved),
                at(
                        "scheduled-maintenances",
                        (answer, systems) -> maintenances(
                                answer,
                                systems,
                                Stream.concat(current(), past())
                                        .sorted(LATEST_FIRST)
                                        .limit(MOST)
                                        .toList())),
                at(
                        "scheduled-maintenances/upcoming",
                        (answer, systems) -> maintenances(answer, systems, windows.upcoming())),
                at(
                        "scheduled-maintenances/active",
                        (answer, systems) -> maintenances(answer, systems, windows.active())));
    }

    private PublicPage at(String name, Part part) {
        Making making = address -> {
            StatuspageJson json = new StatuspageJson(visitor.absolute(""));
            Glance glance = board.glance();
            JsonObjectBuilder answer = Json.createObjectBuilder()
                    .add("page", json.page(visitor.getSiteName(), glance.asOf().truncatedTo(ChronoUnit.MINUTES)));
            part.add(answer, Systems.of(glance, json));
            return new Content(
                    "application/json;charset=UTF-8", answer.build().toString().getBytes(StandardCharsets.UTF_8));
        };
        return PublicPage.made("/api/v2/" + name + "\\.json", making);
    }

    private static void status(JsonObjectBuilder answer, Systems systems) {
        answer.add("status", StatuspageJson.status(systems.declared()));
    }

    /** Each role's group, then its members. */
    private static void components(JsonObjectBuilder answer, Systems systems) {
        Map<Role, List<Component>> byRole = systems.components().stream()
                .collect(Collectors.groupingBy(Component::role, LinkedHashMap::new, Collectors.toList()));
        JsonArrayBuilder components = Json.createArrayBuilder();
        int position = 1;
        for (Map.Entry<Role, List<Component>> group : byRole.entrySet()) {
            String name = Words.in(Language.EN).of("role", group.getKey());
            components.add(StatuspageJson.group(group.getKey(), name, position++, group.getValue()));
            group.getValue().forEach(member -> components.add(systems.byCode().get(member.code())));
        }
        answer.add("components", components);
    }

    private void unresolved(JsonObjectBuilder answer, Systems systems) {
        incidents(answer, systems, incidents.unresolved());
    }

    private void incidents(JsonObjectBuilder answer, Systems systems, List<Incident> shown) {
        Set<Long> analysed = postMortems.incidents();
        JsonArrayBuilder all = Json.createArrayBuilder();
        shown.forEach(incident ->
                all.add(systems.json().incident(incident, analysed.contains(incident.id()), systems.byCode())));
        answer.add(INCIDENTS, all);
    }

    private static void maintenances(JsonObjectBuilder answer, Systems systems, List<MaintenanceWindow> shown) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        shown.forEach(window -> all.add(systems.json().maintenance(window, systems.byCode())));
        answer.add(MAINTENANCES, all);
    }

    private Stream<MaintenanceWindow> current() {
        return Stream.concat(windows.active().stream(), windows.upcoming().stream());
    }

    /** The latest; Statuspage knows no cancelled ones. */
    private Stream<MaintenanceWindow> past() {
        return windows.completed(MOST).stream();
    }
}
