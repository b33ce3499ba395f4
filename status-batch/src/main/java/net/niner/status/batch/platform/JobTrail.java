package net.niner.status.batch.platform;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Map;
import net.niner.status.account.Audit;

/** Puts what people do with jobs on the audit trail. {@link Jobs} runs outside transactions, and the trail is written within one. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class JobTrail {

    @EJB
    private Audit audit;

    /** @param verb as in {@code job.start} */
    public void record(
            String verb, JobExecutionReport execution, Map<String, String> before, Map<String, String> after) {
        audit.record("job." + verb, execution.job() + " " + execution.id(), before, after);
    }
}
