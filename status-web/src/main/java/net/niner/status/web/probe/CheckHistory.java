package net.niner.status.web.probe;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import net.niner.status.history.LatencySeries;
import net.niner.status.history.Outage;
import net.niner.status.history.Outages;
import net.niner.status.history.Sample;
import net.niner.status.history.Samples;
import net.niner.status.history.Span;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.api.Milliseconds;

/** What a check saw: its latencies and outages as charts and in words, and its last measurements. */
@Named
@ViewScoped
public class CheckHistory implements Serializable {

    private static final long serialVersionUID = 1;
    private static final int SAMPLES = 20;
    private static final int OUTAGES = 200;
    private static final int SHOWN = 10;

    @Inject
    private transient Samples samples;

    @Inject
    private transient Outages outages;

    @Inject
    private transient Clock clock;

    @Inject
    private Visitor visitor;

    @Inject
    private CheckPage page;

    private Span span = Span.HOUR;
    private transient LatencySeries series;
    private transient List<Outage> latest;

    public String getLatencyChart() {
        return LatencyChart.of(series(), visitor.words());
    }

    public boolean isMeasured() {
        return !series().points().isEmpty();
    }

    /** The chart in one sentence. */
    public String getLatencySummary() {
        List<LatencySeries.Point> points = series().points();
        if (points.isEmpty()) {
            return visitor.text("probe.latency.empty");
        }
        int count = points.stream().mapToInt(LatencySeries.Point::count).sum();
        int failures = points.stream().mapToInt(LatencySeries.Point::failures).sum();
        List<Duration> medians = points.stream()
                .map(LatencySeries.Point::median)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return medians.isEmpty()
                ? visitor.format("probe.latency.none", count, failures)
                : visitor.format(
                        "probe.latency.summary",
                        count,
                        failures,
                        Milliseconds.of(medians.get(medians.size() / 2)),
                        Milliseconds.of(points.stream()
                                .map(LatencySeries.Point::most)
                                .filter(Objects::nonNull)
                                .max(Duration::compareTo)
                                .orElseThrow()));
    }

    public String getOutageChart() {
        return OutageChart.of(latest(), clock.instant(), visitor.words());
    }

    public List<Outage> getOutages() {
        return latest().stream().limit(SHOWN).toList();
    }

    /** How long it lasted, or lasts by now. */
    public String length(Outage outage) {
        Duration length = Duration.between(outage.began(), outage.ended() == null ? clock.instant() : outage.ended());
        return visitor.format("probe.length", length.toHours(), length.toMinutesPart(), length.toSecondsPart());
    }

    public List<Sample> getSamples() {
        return samples.latest(page.getId(), SAMPLES);
    }

    private LatencySeries series() {
        if (series == null) {
            series = samples.latencies(page.getId(), span);
        }
        return series;
    }

    private List<Outage> latest() {
        if (latest == null) {
            latest = outages.latest(page.getId(), OUTAGES);
        }
        return latest;
    }

    public Span[] getSpans() {
        return Span.values();
    }

    public Span getSpan() {
        return span;
    }

    public void setSpan(Span span) {
        this.span = span;
        this.series = null;
    }
}
