package net.niner.status.web.jobs;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.IOException;
import net.niner.status.account.Forbidden;
import net.niner.status.batch.platform.JobExecutionReport;
import net.niner.status.batch.platform.NoSuchExecution;
import net.niner.status.web.platform.Feedback;

/** The page at {@code /admin/execution?id=}: one execution, its steps, and what can be done with it. */
@Named
@ViewScoped
public class ExecutionPage extends JobsConsole {

    private static final long serialVersionUID = 1;

    private Long id;
    private transient ExecutionLine line;

    @PostConstruct
    void begin() {
        try {
            id = Long.valueOf(asked("id"));
        } catch (NumberFormatException e) {
            id = null;
        }
    }

    /** Before anything is shown. */
    public void find() throws IOException {
        try {
            if (id == null) {
                nothingHere();
            } else {
                getLine();
            }
        } catch (NoSuchExecution e) {
            nothingHere();
        }
    }

    public void look() {
        line = null;
    }

    public Long getId() {
        return id;
    }

    public ExecutionLine getLine() {
        if (line == null) {
            line = ExecutionLine.of(jobs().show(id), visitor().words());
        }
        return line;
    }

    /** Empty where it printed nothing, or nothing that this person may see. */
    public String getOutput() {
        try {
            return String.join("\n", jobs().output(id));
        } catch (Forbidden e) {
            return "";
        }
    }

    public void stop() {
        stop(id);
        look();
    }

    public void restart() throws IOException {
        JobExecutionReport again = jobs().restart(id);
        Feedback.say("jobs.restarted", String.valueOf(id), String.valueOf(again.id()));
        show(again.id());
    }

    public void abandon() {
        jobs().abandon(id);
        Feedback.say("jobs.abandoned", String.valueOf(id));
        look();
    }
}
