package net.niner.status.batch.billing;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import net.niner.status.billing.ImportWork;

/** Forgets what was uploaded and waited in vain for somebody to import it: it holds clients' data. */
@Named
@Dependent
public class ForgetUploads extends AbstractBatchlet {

    @EJB
    private ImportWork work;

    @Override
    public String process() {
        return "forgot " + work.discardOld() + " uploads that nobody imported";
    }
}
