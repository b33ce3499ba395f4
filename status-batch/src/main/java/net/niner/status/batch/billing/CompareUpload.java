package net.niner.status.batch.billing;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import net.niner.status.billing.ImportDifference;
import net.niner.status.billing.ImportWork;
import net.niner.status.platform.JobOutput;

/** Prints what an upload would change, before anything is. */
@Named
@Dependent
public class CompareUpload extends AbstractBatchlet {

    @EJB
    private ImportWork work;

    @EJB
    private JobOutput output;

    @Inject
    private JobContext job;

    @Inject
    @BatchProperty
    private long upload;

    @Override
    public String process() {
        ImportDifference difference = work.difference(upload);
        output.add(job.getExecutionId(), lines(difference));
        return "found " + difference.added() + " to add and " + difference.changed() + " to change";
    }

    private static List<String> lines(ImportDifference difference) {
        List<String> lines = new ArrayList<>();
        difference
                .changes()
                .forEach(change -> lines.add(
                        change.action() + "  " + change.subject() + "  " + String.join("; ", change.fields())));
        int all = difference.added() + difference.changed();
        if (all > difference.changes().size()) {
            lines.add("... and " + (all - difference.changes().size()) + " more");
        }
        difference.findings().forEach(finding -> lines.add("FINDING  " + finding.text()));
        lines.add(difference.added() + " to add, " + difference.changed() + " to change, "
                + difference.upload().findings() + " to look at");
        return lines;
    }
}
