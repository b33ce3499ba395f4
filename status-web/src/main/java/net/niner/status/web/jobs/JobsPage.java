package net.niner.status.web.jobs;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.util.List;

/** The page at {@code /admin/jobs}: every job and how it stands. */
@Named
@ViewScoped
public class JobsPage extends JobsConsole {

    private static final long serialVersionUID = 1;
    private static final int BUSY_SECONDS = 2;
    private static final int QUIET_SECONDS = 10;

    private transient List<JobLine> lines;

    /** Forgets what was read for an earlier request. */
    public void look() {
        lines = null;
    }

    public List<JobLine> getLines() {
        if (lines == null) {
            lines = jobs().list().stream()
                    .map(job -> JobLine.of(job, visitor().words()))
                    .toList();
        }
        return lines;
    }

    /** How soon to look again. */
    public int getPause() {
        return getLines().stream().anyMatch(line -> line.running() != null) ? BUSY_SECONDS : QUIET_SECONDS;
    }

    @Override
    public void stop(long execution) {
        super.stop(execution);
        look();
    }
}
