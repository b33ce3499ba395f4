package net.niner.status.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** How long a start takes, and what the site needs at rest. */
record StartBench(Path directory, Table table) {

    private static final int STARTS = 3;
    private static final int REST_SECONDS = 20;

    void run() throws IOException, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        List<Double> megabytes = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            try (SiteUnderTest site = new SiteUnderTest(directory.resolve("start-" + i), Map.of())) {
                seconds.add(site.secondsToReady);
                Thread.sleep(REST_SECONDS * 1000L);
                megabytes.add(site.child.megabytes("VmRSS"));
            }
        }
        table.row("start to ready, s (median of 3)", median(seconds), "<= 15");
        table.row("resident memory at rest, MB (median of 3)", median(megabytes), "<= 400");
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }
}
