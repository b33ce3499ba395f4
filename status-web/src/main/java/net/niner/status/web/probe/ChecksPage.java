package net.niner.status.web.probe;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import net.niner.status.platform.Page;
import net.niner.status.probe.CheckChanges;
import net.niner.status.probe.CheckFilter;
import net.niner.status.probe.CheckFilter.Sort;
import net.niner.status.probe.CheckReport;
import net.niner.status.probe.Checks;
import net.niner.status.probe.Kind;
import net.niner.status.probe.Outcome;
import net.niner.status.server.Servers;
import net.niner.status.web.platform.Feedback;
import net.niner.status.web.platform.faces.Lines;
import org.omnifaces.util.Faces;

/** All checks and how each of them stands. */
@Named
@ViewScoped
public class ChecksPage implements Serializable {

    private static final long serialVersionUID = 1;

    @Inject
    private transient Checks checks;

    @Inject
    private transient CheckChanges changes;

    @Inject
    private transient Servers servers;

    private String text;
    private Kind kind;
    private String server;
    private Outcome state;
    private Boolean paused;
    private final Lines<CheckReport, Sort> lines = new Lines<>(Sort.SERVER, this::page, CheckReport::id);

    @PostConstruct
    void begin() {
        server = Faces.getRequestParameter("server");
    }

    private Page<CheckReport> page(Sort sort, boolean ascending, int first, int most) {
        return checks.page(new CheckFilter(text, kind, server, state, paused), sort, ascending, first, most);
    }

    public void pause(CheckReport check) {
        changes.pause(check.id());
        Feedback.say("probe.paused.now", subject(check));
    }

    public void resume(CheckReport check) {
        changes.resume(check.id());
        Feedback.say("probe.resumed", subject(check));
    }

    public void remove(CheckReport check) {
        changes.remove(check.id());
        Feedback.say("probe.removed", subject(check));
    }

    /** As a person knows it. */
    public String subject(CheckReport check) {
        return check.server() + " " + check.name();
    }

    /** What a chip says in one word; a paused check says nothing of its target. */
    public String tone(CheckReport check) {
        return check.paused() ? "UNKNOWN" : check.state().name();
    }

    public Lines<CheckReport, Sort> getLines() {
        return lines;
    }

    public Kind[] getKinds() {
        return Kind.values();
    }

    public Outcome[] getOutcomes() {
        return Outcome.values();
    }

    public List<String> getServers() {
        return servers.codes();
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public Kind getKind() {
        return kind;
    }

    public void setKind(Kind kind) {
        this.kind = kind;
    }

    public String getServer() {
        return server;
    }

    public void setServer(String server) {
        this.server = server;
    }

    public Outcome getState() {
        return state;
    }

    public void setState(Outcome state) {
        this.state = state;
    }

    public Boolean getPaused() {
        return paused;
    }

    public void setPaused(Boolean paused) {
        this.paused = paused;
    }
}
