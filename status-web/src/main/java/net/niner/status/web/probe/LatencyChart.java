package net.niner.status.web.probe;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import net.niner.status.history.LatencySeries;
import net.niner.status.history.LatencySeries.Point;
import net.niner.status.web.platform.Words;
import net.niner.status.web.platform.api.Milliseconds;

/** Latencies for Chart.js: the median as a line, least and most as a band around it, failures as marks. The page's script adds colours and times. */
final class LatencyChart {

    /** Where nothing was measured for so many parts of the time, the line breaks. */
    private static final int GAP = 3;

    private LatencyChart() {}

    static String of(LatencySeries series, Words words) {
        JsonObject options = options()
                .add(
                        "scales",
                        Json.createObjectBuilder()
                                .add(
                                        "x",
                                        Json.createObjectBuilder()
                                                .add("type", "linear")
                                                .add("min", series.from().toEpochMilli())
                                                .add("max", series.to().toEpochMilli()))
                                .add("y", axis("ms")))
                .build();
        return Json.createObjectBuilder()
                .add("type", "line")
                .add(
                        "data",
                        Json.createObjectBuilder()
                                .add(
                                        "datasets",
                                        Json.createArrayBuilder()
                                                .add(line("most", words.of("probe.chart.most"), series, Point::most))
                                                .add(line("least", words.of("probe.chart.least"), series, Point::least)
                                                        .add("fill", "-1"))
                                                .add(line(
                                                        "median",
                                                        words.of("probe.chart.median"),
                                                        series,
                                                        Point::median))
                                                .add(failures(words.of("probe.chart.failures"), series))))
                .add("options", options)
                .build()
                .toString();
    }

    static JsonObjectBuilder options() {
        return Json.createObjectBuilder()
                .add("animation", false)
                .add("responsive", true)
                .add("maintainAspectRatio", false)
                .add(
                        "interaction",
                        Json.createObjectBuilder()
                                .add("mode", "nearest")
                                .add("axis", "x")
                                .add("intersect", false));
    }

    static JsonObjectBuilder axis(String title) {
        return Json.createObjectBuilder()
                .add("beginAtZero", true)
                .add("title", Json.createObjectBuilder().add("display", true).add("text", title));
    }

    private static JsonObjectBuilder line(
            String part, String label, LatencySeries series, Function<Point, Duration> value) {
        long width = Duration.between(series.from(), series.to()).toMillis() / LatencySeries.MOST;
        JsonArrayBuilder data = Json.createArrayBuilder();
        Instant before = null;
        for (Point point : series.points()) {
            if (before != null && Duration.between(before, point.at()).toMillis() > GAP * width && width > 0) {
                data.add(place(before.plusMillis(width), null));
            }
            data.add(place(point.at(), value.apply(point)));
            before = point.at();
        }
        return Json.createObjectBuilder().add("part", part).add("label", label).add("data", data);
    }

    private static JsonObjectBuilder failures(String label, LatencySeries series) {
        JsonArrayBuilder data = Json.createArrayBuilder();
        List<Point> failed =
                series.points().stream().filter(point -> point.failures() > 0).toList();
        failed.forEach(point -> data.add(place(point.at(), Duration.ZERO)));
        return Json.createObjectBuilder()
                .add("part", "failures")
                .add("label", label)
                .add("data", data);
    }

    private static JsonObjectBuilder place(Instant at, Duration latency) {
        JsonObjectBuilder place = Json.createObjectBuilder().add("x", at.toEpochMilli());
        return latency == null ? place.add("y", JsonValue.NULL) : place.add("y", Milliseconds.of(latency));
    }
}
