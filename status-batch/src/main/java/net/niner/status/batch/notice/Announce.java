package net.niner.status.batch.notice;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import net.niner.status.notice.Announcements;

/** Makes notices of what was published since, of maintenance that comes near, and of alerts. */
@Named
@Dependent
public class Announce extends AbstractBatchlet {

    @Inject
    private Announcements announcements;

    @Inject
    private JobContext job;

    @Override
    public String process() {
        int told = announcements.expand();
        String made = "made " + told + (told == 1 ? " notice" : " notices");
        job.setTransientUserData(made);
        return made;
    }
}
