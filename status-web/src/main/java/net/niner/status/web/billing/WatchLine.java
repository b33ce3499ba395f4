package net.niner.status.web.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.niner.status.batch.platform.JobExecutionReport;
import net.niner.status.batch.platform.JobSummary;
import net.niner.status.batch.platform.Jobs;
import net.niner.status.web.platform.Moment;
import net.niner.status.web.platform.Visitor;

/** What the job that watches the invoices did last, and when it runs next. */
@Named
@RequestScoped
public class WatchLine {

    static final String JOB = "watch-invoices";

    private static final Logger LOG = Logger.getLogger(WatchLine.class.getName());

    @Inject
    private Jobs jobs;

    @Inject
    private Visitor visitor;

    private JobSummary summary;
    private boolean asked;

    /** That the job cannot be asked must not take the page down. */
    private JobSummary summary() {
        if (!asked) {
            asked = true;
            try {
                summary = jobs.about(JOB);
            } catch (RuntimeException e) {
                LOG.log(Level.SEVERE, "what the watch did cannot be said", e);
            }
        }
        return summary;
    }

    private JobExecutionReport last() {
        return summary() == null ? null : summary().last();
    }

    /** Null if it never ran. */
    public Long getExecution() {
        return last() == null ? null : last().id();
    }

    /** In one sentence, as it says itself; empty where it says nothing. */
    public String getSaid() {
        JobExecutionReport last = last();
        if (last == null || last.steps().isEmpty()) {
            return "";
        }
        String said = last.steps().get(last.steps().size() - 1).exitStatus();
        return said == null || said.equals(last.status().name()) ? "" : said;
    }

    public String getStatus() {
        return last() == null ? "" : visitor.textFor("jobs.status", last().status());
    }

    public Moment getAt() {
        JobExecutionReport last = last();
        return last == null ? null : moment(last.ended() == null ? last.started() : last.ended());
    }

    /** Null where it is not known. */
    public Moment getNext() {
        return summary() == null ? null : moment(summary().next());
    }

    private Moment moment(Instant at) {
        return at == null ? null : visitor.moment(at);
    }
}
