package net.niner.status.batch.notice;

import jakarta.batch.api.AbstractBatchlet;
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

    @Override
    public String process() {
        int told = announcements.expand();
        return "made " + told + (told == 1 ? " notice" : " notices");
    }
}
