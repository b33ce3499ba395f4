package net.niner.status.batch.history;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.niner.status.history.Forgotten;
import net.niner.status.history.HistoryBound;
import net.niner.status.history.HistoryForgetting;

/**
 * Forgets packed hours above their age, of which the days remain, and then, while the rest is larger than it may be, the oldest of them. Some hundreds in each
 * transaction.
 */
@Named
@Dependent
public class ForgetHours extends AbstractBatchlet {

    static final Duration KEPT = Duration.ofDays(90);

    /** A little longer, since what is said of ninety days begins with a whole day. */
    private static final Duration KEPT_BLINDNESS = KEPT.plusDays(2);

    private static final Logger LOG = Logger.getLogger(ForgetHours.class.getName());
    private static final int AT_ONCE = 500;
    private static final long MEGABYTE = 1_000_000;

    @Inject
    private HistoryForgetting history;

    @Inject
    private HistoryBound bound;

    @Inject
    private Clock clock;

    private volatile boolean stopping;

    @Override
    public String process() {
        int old = 0;
        for (int some = AT_ONCE; some == AT_ONCE && !stopping; old += some) {
            some = history.forget(clock.instant().minus(KEPT), AT_ONCE);
        }
        history.forgetBlindness(clock.instant().minus(KEPT_BLINDNESS));
        int early = 0;
        long size = history.size();
        // while there is something that may go: hours of days that are not summed up yet stay
        for (int some = AT_ONCE; some > 0 && size > bound.bytes() && !stopping; early += some) {
            Forgotten gone = history.forgetOldest(AT_ONCE);
            some = gone.hours();
            size -= gone.bytes();
        }
        String report = "forgot " + old + " hours; history " + size / MEGABYTE + " of at most "
                + bound.bytes() / MEGABYTE + " MB";
        if (early == 0) {
            return report;
        }
        LOG.log(
                Level.WARNING,
                "the history is full: {0} hours went before their time, and it begins {1} now",
                new Object[] {early, history.oldest()});
        return report + ", so " + early + " hours went early; it begins " + history.oldest();
    }

    @Override
    public void stop() {
        stopping = true;
    }
}
