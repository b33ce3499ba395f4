package net.niner.status.probe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.metrics.Histogram;
import org.eclipse.microprofile.metrics.annotation.Metric;

/**
 * How late probes begin, as a metric: milliseconds after the time at which they were due. The unit stands in the name, since of a histogram
 * with a unit the server converts some figures and not others.
 */
@ApplicationScoped
public class Lateness {

    @Inject
    @Metric(name = "probe_lateness_milliseconds", absolute = true, description = "How late probes begin")
    private Histogram histogram;

    void note(Duration late) {
        histogram.update(Math.max(0, late.toMillis()));
    }
}
