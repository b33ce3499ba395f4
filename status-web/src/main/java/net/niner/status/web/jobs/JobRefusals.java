package net.niner.status.web.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import net.niner.status.batch.platform.BadParameter;
import net.niner.status.batch.platform.JobRunning;
import net.niner.status.batch.platform.NoSuchExecution;
import net.niner.status.batch.platform.NoSuchJob;
import net.niner.status.batch.platform.NotAbandonable;
import net.niner.status.batch.platform.NotRestartable;
import net.niner.status.batch.platform.NotRunning;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.faces.Refusals;

/** Says why something about jobs was refused. */
@ApplicationScoped
public class JobRefusals implements Refusals {

    @Inject
    private Visitor visitor;

    @Override
    public Optional<String> explain(Throwable refusal) {
        if (refusal instanceof JobRunning running) {
            return say("jobs.refused.running", running.job(), number(running.execution()));
        }
        if (refusal instanceof NotRunning ended) {
            return say("jobs.refused.ended", number(ended.execution()));
        }
        if (refusal instanceof NotRestartable done) {
            return say("jobs.refused.restart", number(done.execution()));
        }
        if (refusal instanceof NotAbandonable done) {
            return say("jobs.refused.abandon", number(done.execution()));
        }
        if (refusal instanceof NoSuchExecution forgotten) {
            return say("jobs.refused.forgotten", number(forgotten.execution()));
        }
        if (refusal instanceof NoSuchJob unknown) {
            return say("jobs.refused.unknown", unknown.job());
        }
        return refusal instanceof BadParameter bad ? say("jobs.refused.parameter", bad.parameter()) : Optional.empty();
    }

    /** As it is written in addresses, without the marks that a number has in a text. */
    private static String number(long id) {
        return String.valueOf(id);
    }

    private Optional<String> say(String key, Object... values) {
        return Optional.of(visitor.words().of(key, values));
    }
}
