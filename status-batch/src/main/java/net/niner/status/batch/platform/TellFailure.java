package net.niner.status.batch.platform;

import jakarta.batch.api.listener.AbstractStepListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.niner.status.notice.FindingRaised;
import net.niner.status.notice.FindingSettled;

/**
 * Keeps why a step failed as its exit status, for the person who has to act on it, and alarms the owners until the step succeeds; the whole story is in the
 * log. Each step has one.
 */
@Named
@Dependent
public class TellFailure extends AbstractStepListener {

    private static final Logger LOG = Logger.getLogger(TellFailure.class.getName());
    private static final int LONGEST = 300;

    @Inject
    private StepContext step;

    @Inject
    private JobContext job;

    @Inject
    private Event<FindingRaised> raised;

    @Inject
    private Event<FindingSettled> settled;

    @Override
    public void afterStep() {
        String key = "job:" + job.getJobName() + ":" + step.getStepName();
        if (step.getException() == null) {
            alarm(() -> settled.fire(new FindingSettled(key)));
            return;
        }
        String reason = reason(step.getException());
        step.setExitStatus(reason);
        job.setExitStatus(reason);
        alarm(() -> raised.fire(
                new FindingRaised(key, "job " + job.getJobName(), sentence(step.getStepName(), step.getException()))));
    }

    /** What a job came to does not depend on whether somebody can be told. */
    private static void alarm(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the owners cannot be told what a job came to", e);
        }
    }

    /** In a mail stands of what kind it is, and no more: what a database or a relay says may name people. */
    static String sentence(String step, Throwable failure) {
        return "The step " + step + " failed (" + bottom(failure).getClass().getSimpleName()
                + "). The page of the job says more.";
    }

    /** The first line of what stands at the bottom of whatever the runtime wrapped around it. */
    static String reason(Throwable failure) {
        Throwable bottom = bottom(failure);
        String name = bottom.getClass().getSimpleName();
        String line = bottom.getMessage() == null
                ? name
                : bottom.getMessage().lines().map(String::strip).findFirst().orElse(name);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }

    private static Throwable bottom(Throwable failure) {
        Throwable bottom = failure;
        while (bottom.getCause() != null) {
            bottom = bottom.getCause();
        }
        return bottom;
    }
}
