package net.niner.status.launcher.client;

import java.util.concurrent.TimeUnit;
import net.niner.status.launcher.Console;

/** Follows an execution to its end, with a progress bar if somebody is watching. */
final class Watch {
    private static final long INTERVAL_MILLIS = 500;
    private static final int WIDTH = 30;

    private final SiteApi site;

    Watch(SiteApi site) {
        this.site = site;
    }

    Execution untilEnded(Execution started) {
        Execution execution = started;
        while (!execution.ended()) {
            draw(execution);
            pause();
            execution = new Execution(site.get("jobs/executions/" + execution.id()));
        }
        if (Console.isTerminal()) {
            Console.overwrite("");
        }
        return execution;
    }

    private static void draw(Execution execution) {
        if (Console.isTerminal()) {
            Console.overwrite(bar(execution.done(), execution.total()) + " " + execution.line());
        }
    }

    static String bar(long done, long total) {
        int filled = total <= 0 ? 0 : (int) Math.min(WIDTH, WIDTH * done / total);
        String share = total <= 0 ? "" : " " + done + "/" + total;
        return "[" + "#".repeat(filled) + "-".repeat(WIDTH - filled) + "]" + share;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(INTERVAL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
