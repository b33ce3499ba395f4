package net.niner.status.batch.platform;

import jakarta.batch.api.listener.AbstractStepListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Keeps why a step failed as its exit status, for the person who has to act on it; the whole story is in the log. Each step has one. */
@Named
@Dependent
public class TellFailure extends AbstractStepListener {

    private static final int LONGEST = 300;

    @Inject
    private StepContext step;

    @Inject
    private JobContext job;

    @Override
    public void afterStep() {
        if (step.getException() != null) {
            String reason = reason(step.getException());
            step.setExitStatus(reason);
            job.setExitStatus(reason);
        }
    }

    /** The first line of what stands at the bottom of whatever the runtime wrapped around it. */
    static String reason(Throwable failure) {
        Throwable bottom = failure;
        while (bottom.getCause() != null) {
            bottom = bottom.getCause();
        }
        String name = bottom.getClass().getSimpleName();
        String line = bottom.getMessage() == null
                ? name
                : bottom.getMessage().lines().map(String::strip).findFirst().orElse(name);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
