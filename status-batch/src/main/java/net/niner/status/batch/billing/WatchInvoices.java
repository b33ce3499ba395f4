package net.niner.status.batch.billing;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import net.niner.status.billing.BillingPolicies;
import net.niner.status.billing.InvoiceWatch;
import net.niner.status.billing.WatchReport;
import net.niner.status.platform.JobOutput;

/** Looks after the invoice runs of a day, or only says what would happen. */
@Named
@Dependent
public class WatchInvoices extends AbstractBatchlet {

    @Inject
    private JobContext job;

    @Inject
    @BatchProperty
    private String date;

    @Inject
    @BatchProperty
    private String dryRun;

    @Inject
    private InvoiceWatch watch;

    @Inject
    private BillingPolicies policies;

    @Inject
    private JobOutput output;

    @Override
    public String process() {
        LocalDate day = date == null || date.isBlank() ? policies.today() : LocalDate.parse(date);
        WatchReport report = watch.watch(day, Boolean.parseBoolean(dryRun));
        output.write(job.getExecutionId(), report.lines());
        return report.sentence();
    }
}
