package net.niner.status.web.history;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import net.niner.status.history.LatencyPoint;

/** Latencies as a drawing that needs no script: a band from the least to the 95th percentile, and a line for the median. Looks are the style sheet's. Pure. */
final class LatencySvg {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 150;
    private static final int LEFT = 56;
    private static final int RIGHT = 5;
    private static final int TOP = 10;
    private static final int BOTTOM = 10;
    private static final int STEPS = 4;
    private static final double MILLI = 1_000;

    private final List<LatencyPoint> points;
    private final Instant from;
    private final Instant until;
    private final double top;

    private LatencySvg(List<LatencyPoint> points, Instant from, Instant until) {
        this.points = points.stream().filter(point -> point.median() != null).toList();
        this.from = from;
        this.until = until;
        this.top = round(this.points.stream()
                .map(LatencyPoint::p95)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(1_000));
    }

    /** @param label what it shows, in a sentence, already safe as an attribute */
    static String of(List<LatencyPoint> points, Instant from, Instant until, String label) {
        return new LatencySvg(points, from, until).draw(label);
    }

    private String draw(String label) {
        StringBuilder svg = new StringBuilder("<svg class=\"latency\" role=\"img\" viewBox=\"0 0 " + WIDTH + " "
                + HEIGHT + "\" aria-label=\"" + label + "\">");
        for (int i = 0; i <= STEPS; i++) {
            double value = top * i / STEPS;
            String y = number(y(value));
            svg.append("<line class=\"grid\" x1=\"" + LEFT + "\" x2=\"" + WIDTH + "\" y1=\"" + y + "\" y2=\"" + y
                    + "\"/>");
            if (i % 2 == 0) {
                svg.append("<text x=\"" + (LEFT - 6) + "\" y=\"" + y + "\" dy=\"4\">" + millis(value) + "</text>");
            }
        }
        if (points.size() > 1) {
            StringBuilder band = new StringBuilder(line(LatencyPoint::p95));
            for (int i = points.size() - 1; i >= 0; i--) {
                band.append(' ').append(at(points.get(i), points.get(i).least()));
            }
            svg.append("<polygon class=\"band\" points=\"" + band + "\"/>");
            svg.append("<polyline class=\"median\" points=\"" + line(LatencyPoint::median) + "\"/>");
        } else {
            points.forEach(point -> svg.append("<circle class=\"dot\" r=\"4\" cx=\"" + number(x(point)) + "\" cy=\""
                    + number(y(point.median())) + "\"/>"));
        }
        return svg.append("</svg>").toString();
    }

    private String line(Function<LatencyPoint, Integer> value) {
        StringBuilder line = new StringBuilder();
        for (LatencyPoint point : points) {
            line.append(line.isEmpty() ? "" : " ").append(at(point, value.apply(point)));
        }
        return line.toString();
    }

    private String at(LatencyPoint point, int micros) {
        return number(x(point)) + "," + number(y(micros));
    }

    private double x(LatencyPoint point) {
        double share = (double) (point.at().getEpochSecond() - from.getEpochSecond())
                / Math.max(1, until.getEpochSecond() - from.getEpochSecond());
        return LEFT + Math.max(0, Math.min(1, share)) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double micros) {
        return HEIGHT - BOTTOM - Math.min(1, micros / top) * (HEIGHT - TOP - BOTTOM);
    }

    /** Up to the next 1, 2 or 5 times a power of ten. */
    private static double round(double micros) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(1, micros))));
        for (int step : new int[] {1, 2, 5}) {
            if (micros <= step * power) {
                return step * power;
            }
        }
        return 10 * power;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String millis(double micros) {
        double millis = micros / MILLI;
        return (millis >= 1 || millis == 0 ? String.format(Locale.ROOT, "%.0f", millis) : String.valueOf(millis))
                + " ms";
    }
}
