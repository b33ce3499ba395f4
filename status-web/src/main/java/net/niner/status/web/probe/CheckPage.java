package net.niner.status.web.probe;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import net.niner.status.platform.ChangedMeanwhile;
import net.niner.status.probe.CheckChanges;
import net.niner.status.probe.CheckSheet;
import net.niner.status.probe.Checks;
import net.niner.status.probe.InvalidCheck;
import net.niner.status.probe.Kind;
import net.niner.status.probe.NoSuchCheck;
import net.niner.status.probe.TooManyTrials;
import net.niner.status.probe.TrialProgress;
import net.niner.status.probe.Trials;
import net.niner.status.server.Servers;
import net.niner.status.web.account.Me;
import net.niner.status.web.platform.Feedback;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.faces.Missing;
import org.omnifaces.util.Faces;

/** One check: its form, a probe of what stands in the form, and what else can be done with it. Without an id in the address it is a new one. */
@Named
@ViewScoped
public class CheckPage implements Serializable {

    private static final long serialVersionUID = 1;

    /** A field, what stands in the form, and what another person has stored meanwhile. */
    public record Clash(String label, String mine, String theirs) implements Serializable {}

    @Inject
    private transient Checks checks;

    @Inject
    private transient CheckChanges changes;

    @Inject
    private transient Trials trials;

    @Inject
    private transient Servers servers;

    @Inject
    private Me me;

    @Inject
    private Visitor visitor;

    private Long id;
    private String server;
    private CheckForm form;
    private transient CheckSheet sheet;
    private int version;
    private int newerVersion;
    private transient ChangedMeanwhile changed;
    private List<Clash> clashes = List.of();
    private String trial;
    private String copyTo;
    private String copyName;

    @PostConstruct
    void open() {
        String asked = Faces.getRequestParameter("id");
        server = Faces.getRequestParameter("server");
        if (asked == null && !me.may("SERVERS")) {
            Missing.refuse();
            return;
        }
        if (asked == null) {
            String kind = Faces.getRequestParameter("kind");
            form = kind == null ? null : Kind.called(kind).map(CheckForm::new).orElse(null);
            return;
        }
        try {
            show(checks.sheet(Long.parseLong(asked)));
        } catch (NumberFormatException | NoSuchCheck e) {
            Missing.answer();
        }
    }

    private void show(CheckSheet stored) {
        sheet = stored;
        id = stored.id();
        version = stored.version();
        server = stored.server();
        form = CheckForm.of(stored.draft());
        copyTo = stored.server();
        copyName = "";
        changed = null;
        clashes = List.of();
    }

    /** Saves, and says so; or says beside each field what is wrong. */
    public void save() throws IOException {
        store(version);
    }

    /** Saves over what another person has stored meanwhile. */
    public void insist() throws IOException {
        store(newerVersion);
    }

    /** Gives up what stands in the form for what another person has stored meanwhile. */
    public void takeTheirs() {
        show(checks.sheet(id));
    }

    private void store(int seen) throws IOException {
        changed = null;
        clashes = List.of();
        try {
            if (id == null) {
                id = valid(() -> changes.add(server, form.draft()));
            } else {
                valid(() -> {
                    changes.change(id, seen, form.draft());
                    return id;
                });
            }
        } catch (ChangedMeanwhile meanwhile) {
            changed = meanwhile;
            compare(checks.sheet(id));
            FacesContext.getCurrentInstance().validationFailed();
            return;
        }
        if (FacesContext.getCurrentInstance().isValidationFailed()) {
            return;
        }
        Feedback.say("probe.saved", server + " " + form.draft().name());
        go("/admin/check?id=" + id);
    }

    /** What the action returns, or null where the form is wrong, which then says so. */
    private <T> T valid(Supplier<T> action) {
        try {
            form.forgetErrors();
            return action.get();
        } catch (InvalidCheck invalid) {
            form.tell(invalid.problems(), visitor.words());
            Feedback.complain("probe.wrong");
            return null;
        }
    }

    private void compare(CheckSheet theirs) {
        newerVersion = theirs.version();
        CheckForm stored = CheckForm.of(theirs.draft());
        clashes = new ArrayList<>();
        compare(form.getName(), stored.getName());
        compare(form.getFields(), stored.getFields());
        compare(form.getRules(), stored.getRules());
        compare("probe.open", yes(form.isOpen()), yes(stored.isOpen()));
        compare("probe.counting", yes(form.isCounting()), yes(stored.isCounting()));
    }

    private void compare(List<FieldRow> mine, List<FieldRow> theirs) {
        for (int i = 0; i < Math.min(mine.size(), theirs.size()); i++) {
            compare(mine.get(i), theirs.get(i));
        }
    }

    private void compare(FieldRow mine, FieldRow theirs) {
        compare(mine.getLabel(), mine.words(), theirs.words());
    }

    private void compare(String label, String mine, String theirs) {
        if (!Objects.equals(mine, theirs)) {
            clashes.add(new Clash(visitor.text(label), mine.isEmpty() ? "–" : mine, theirs.isEmpty() ? "–" : theirs));
        }
    }

    private String yes(boolean is) {
        return visitor.text(is ? "probe.yes" : "probe.no");
    }

    /** Probes what stands in the form, saved or not. */
    public void probe() {
        trial = null;
        try {
            trial = valid(() -> trials.begin(form.draft(), id));
        } catch (TooManyTrials busy) {
            Feedback.complain("probe.trial.busy");
        }
    }

    /** How far the probe is; null where there is none, or where it is forgotten. */
    public TrialProgress getProgress() {
        return trial == null ? null : trials.progress(trial).orElse(null);
    }

    public void example() {
        form.example();
    }

    public void pause() {
        changes.pause(id);
        show(checks.sheet(id));
        Feedback.say("probe.paused.now", server + " " + sheet.draft().name());
    }

    public void resume() {
        changes.resume(id);
        show(checks.sheet(id));
        Feedback.say("probe.resumed", server + " " + sheet.draft().name());
    }

    public void copy() throws IOException {
        try {
            long copied = changes.copy(id, copyTo, copyName);
            Feedback.say("probe.copied", copyTo + " " + copyName);
            go("/admin/check?id=" + copied);
        } catch (InvalidCheck invalid) {
            invalid.problems()
                    .forEach(problem -> Feedback.complainAt(
                            "more:copyName",
                            "probe.fault." + problem.fault().name(),
                            problem.values().toArray()));
        }
    }

    public void remove() throws IOException {
        changes.remove(id);
        Feedback.say("probe.removed", server + " " + form.getName().getValue());
        go("/admin/checks");
    }

    private static void go(String address) throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect(address);
    }

    /** As it is stored now. */
    public CheckSheet getSheet() {
        if (sheet == null && id != null) {
            sheet = checks.sheet(id);
        }
        return sheet;
    }

    /** True while something in the form needs attention: then nothing else stands above it. */
    public boolean isCorrecting() {
        return changed != null || form != null && form.isWrong();
    }

    public boolean isKnown() {
        return id != null;
    }

    public Long getId() {
        return id;
    }

    /** A draft belongs to the version that it was written on: put back on another one, it would undo what others have done since. */
    public int getVersion() {
        return version;
    }

    public CheckForm getForm() {
        return form;
    }

    public Kind[] getKinds() {
        return Kind.values();
    }

    public List<String> getServers() {
        return servers.codes();
    }

    public List<Clash> getClashes() {
        return clashes;
    }

    public ChangedMeanwhile getChanged() {
        return changed;
    }

    public String getServer() {
        return server;
    }

    public void setServer(String server) {
        this.server = server;
    }

    public String getCopyTo() {
        return copyTo;
    }

    public void setCopyTo(String copyTo) {
        this.copyTo = copyTo;
    }

    public String getCopyName() {
        return copyName;
    }

    public void setCopyName(String copyName) {
        this.copyName = copyName;
    }
}
