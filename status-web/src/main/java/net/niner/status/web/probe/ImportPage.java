package net.niner.status.web.probe;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.niner.status.probe.ImportReport;
import net.niner.status.probe.ImportReport.Action;
import net.niner.status.probe.InvalidServersFile;
import net.niner.status.probe.PlanOutdated;
import net.niner.status.probe.Problem;
import net.niner.status.probe.ServersImport;
import net.niner.status.web.account.Me;
import net.niner.status.web.platform.Feedback;
import net.niner.status.web.platform.faces.Missing;

/** Takes in a servers file: shows first what would change, and then does just that. */
@Named
@ViewScoped
public class ImportPage implements Serializable {

    private static final long serialVersionUID = 1;
    private static final int LARGEST = 1024 * 1024;

    @Inject
    private transient ServersImport servers;

    @Inject
    private Me me;

    private transient Part file;
    private String yaml;
    private transient ImportReport plan;
    private String digest;
    private String looked;
    private transient List<Problem> problems = List.of();

    @PostConstruct
    void open() {
        if (!me.may("SERVERS")) {
            Missing.refuse();
        }
    }

    /** Shows what the file would change, or what is wrong with it. */
    public void look() throws IOException {
        plan = null;
        problems = List.of();
        if (file != null && file.getSize() > 0 && !read()) {
            return;
        }
        if (yaml == null || yaml.isBlank()) {
            Feedback.complain("probe.import.empty");
            return;
        }
        lookAgain();
    }

    private void lookAgain() {
        plan = null;
        looked = yaml;
        try {
            plan = servers.dryRun(yaml);
            digest = plan.digest();
        } catch (InvalidServersFile invalid) {
            complain(invalid);
        }
    }

    /** The file goes into the field, where it can be corrected. */
    private boolean read() throws IOException {
        if (file.getSize() > LARGEST) {
            Feedback.complain("probe.import.large");
            return false;
        }
        try {
            yaml = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.getInputStream().readAllBytes()))
                    .toString()
                    .replace("\r\n", "\n");
            return true;
        } catch (CharacterCodingException e) {
            Feedback.complain("probe.import.notText");
            return false;
        } finally {
            file = null;
        }
    }

    /** Does what was shown, or says that it would do something else by now. */
    public void apply() {
        if (!yaml.equals(looked)) {
            outdated();
            return;
        }
        try {
            ImportReport done = servers.apply(yaml, digest);
            Feedback.say("probe.import.done", done.changes().size());
            yaml = null;
            plan = null;
        } catch (PlanOutdated changedMeanwhile) {
            outdated();
        } catch (InvalidServersFile invalid) {
            plan = null;
            complain(invalid);
        }
    }

    private void outdated() {
        Feedback.complain("probe.import.outdated");
        lookAgain();
    }

    private void complain(InvalidServersFile invalid) {
        problems = invalid.problems();
        Feedback.complain("probe.import.wrong", problems.size());
    }

    public ImportReport getPlan() {
        return plan;
    }

    public List<Problem> getProblems() {
        return problems == null ? List.of() : problems;
    }

    public String getAdded() {
        return count(Action.ADD);
    }

    public String getChanged() {
        return count(Action.CHANGE);
    }

    public String getRemoved() {
        return count(Action.REMOVE);
    }

    private String count(Action action) {
        return String.valueOf(
                plan.changes().stream().filter(c -> c.action() == action).count());
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    public String getYaml() {
        return yaml;
    }

    public void setYaml(String yaml) {
        this.yaml = yaml == null ? "" : yaml.replace("\r\n", "\n");
    }
}
