package net.niner.status.web.probe;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import net.niner.status.history.Outage;
import net.niner.status.web.platform.Words;

/** Outages for Chart.js: how many minutes of each of the last days (UTC) the check was down. */
final class OutageChart {

    static final int DAYS = 30;

    private OutageChart() {}

    static String of(List<Outage> outages, Instant now, Words words) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        DateTimeFormatter day = DateTimeFormatter.ofPattern("d MMM", words.locale());
        JsonArrayBuilder labels = Json.createArrayBuilder();
        JsonArrayBuilder minutes = Json.createArrayBuilder();
        for (LocalDate each = today.minusDays(DAYS - 1); !each.isAfter(today); each = each.plusDays(1)) {
            labels.add(day.format(each));
            minutes.add(Math.round(downOn(each, outages, now).toSeconds() / 6.0) / 10.0);
        }
        return Json.createObjectBuilder()
                .add("type", "bar")
                .add(
                        "data",
                        Json.createObjectBuilder()
                                .add("labels", labels)
                                .add(
                                        "datasets",
                                        Json.createArrayBuilder()
                                                .add(Json.createObjectBuilder()
                                                        .add("part", "down")
                                                        .add("label", words.of("probe.chart.down"))
                                                        .add("data", minutes))))
                .add(
                        "options",
                        LatencyChart.options()
                                .add("scales", Json.createObjectBuilder().add("y", LatencyChart.axis("min"))))
                .build()
                .toString();
    }

    /** Counts from the first failure to the first success, as far as they lie within the day. */
    static Duration downOn(LocalDate day, List<Outage> outages, Instant now) {
        Instant from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Duration down = Duration.ZERO;
        for (Outage outage : outages) {
            Instant end = outage.ended() == null ? now : outage.ended();
            Instant begin = outage.began().isBefore(from) ? from : outage.began();
            Instant stop = end.isAfter(to) ? to : end;
            if (begin.isBefore(stop)) {
                down = down.plus(Duration.between(begin, stop));
            }
        }
        return down;
    }
}
