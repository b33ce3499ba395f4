package net.niner.status.web.server;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.niner.status.board.Roster;
import net.niner.status.board.RosterLine;
import net.niner.status.board.ServerFilter;
import net.niner.status.board.ServerFilter.Sort;
import net.niner.status.probe.Outcome;
import net.niner.status.probe.ServersExport;
import net.niner.status.server.Role;
import net.niner.status.server.ServerChanges;
import net.niner.status.server.Visibility;
import net.niner.status.web.account.Me;
import net.niner.status.web.platform.Feedback;
import net.niner.status.web.platform.faces.Lines;
import org.omnifaces.util.Faces;
import org.primefaces.PrimeFaces;
import org.primefaces.component.datatable.DataTable;
import org.primefaces.event.ReorderEvent;

/** All servers: finds them, puts them in order, retires them, and takes them out as a file. */
@Named
@ViewScoped
public class ServersPage implements Serializable {

    private static final long serialVersionUID = 1;

    @Inject
    private transient Roster roster;

    @Inject
    private transient ServerChanges changes;

    @Inject
    private transient ServersExport export;

    @Inject
    private Me me;

    private String text;
    private Role role;
    private Visibility visibility;
    private Boolean retired;
    private Outcome observed;
    private final Map<String, Boolean> chosen = new HashMap<>();
    private final Lines<RosterLine, Sort> lines = new Lines<>(Sort.PLACE, this::page, RosterLine::code);

    private net.niner.status.platform.Page<RosterLine> page(Sort sort, boolean ascending, int first, int most) {
        return roster.page(filter(), sort, ascending, first, most);
    }

    private ServerFilter filter() {
        return new ServerFilter(text, role, visibility, retired, observed);
    }

    /** True where the rows stand in their own order and none is missing between two, so that moving one means what it looks like. */
    public boolean isMovable() {
        return me.may("SERVERS") && filter().equals(ServerFilter.ALL) && lines.isSortedBy(Sort.PLACE);
    }

    /** The table itself has nothing to rearrange, since it is read anew. */
    public void dropped(DataTable table) {
        // see moved
    }

    public void moved(ReorderEvent event) {
        List<RosterLine> dragged =
                page(Sort.PLACE, true, event.getFromIndex(), 1).rows();
        if (isMovable() && !dragged.isEmpty()) {
            move(dragged.get(0), event.getToIndex() + 1);
        }
    }

    public void up(RosterLine line, int row) {
        move(line, line.place() - 1);
        follow(Math.max(0, row - 1), "up");
    }

    public void down(RosterLine line, int row) {
        move(line, line.place() + 1);
        follow(row + 1, "down");
    }

    /** The focus goes with the row, so that the same key moves it on. */
    private static void follow(int row, String button) {
        PrimeFaces.current()
                .executeScript("setTimeout(() => document.getElementById('servers:list:" + row + ":" + button
                        + "')?.focus())");
    }

    private void move(RosterLine line, int place) {
        changes.move(line.code(), place - 1);
        Feedback.say("server.moved", line.code(), Math.max(1, place));
    }

    public void retire(RosterLine line) {
        changes.retire(line.code());
        Feedback.say("server.retired", line.code());
    }

    public void bringBack(RosterLine line) {
        changes.bringBack(line.code());
        Feedback.say("server.back", line.code());
    }

    /** The chosen ones as a file, or all where none is chosen. */
    public void export() throws IOException {
        List<String> codes = chosen.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
        String yaml = codes.isEmpty() ? export.all() : export.of(codes);
        Faces.sendFile(yaml.getBytes(StandardCharsets.UTF_8), "servers.yaml", true);
    }

    public Lines<RosterLine, Sort> getLines() {
        return lines;
    }

    public Map<String, Boolean> getChosen() {
        return chosen;
    }

    public Role[] getRoles() {
        return Role.values();
    }

    public Visibility[] getVisibilities() {
        return Visibility.values();
    }

    public Outcome[] getOutcomes() {
        return Outcome.values();
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text == null || text.isBlank() ? null : text;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }

    public Visibility getVisibility() {
        return visibility;
    }

    public void setVisibility(Visibility visibility) {
        this.visibility = visibility;
    }

    public Boolean getRetired() {
        return retired;
    }

    public void setRetired(Boolean retired) {
        this.retired = retired;
    }

    public Outcome getObserved() {
        return observed;
    }

    public void setObserved(Outcome observed) {
        this.observed = observed;
    }
}
