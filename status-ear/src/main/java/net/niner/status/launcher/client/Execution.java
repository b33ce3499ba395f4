package net.niner.status.launcher.client;

import com.grack.nanojson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One execution of a job, as the site reports it. */
record Execution(JsonObject json) {
    private static final Set<String> UNDER_WAY = Set.of("STARTING", "STARTED", "STOPPING");

    String id() {
        return String.valueOf(json.get("id"));
    }

    String status() {
        return json.getString("status", "");
    }

    boolean ended() {
        return !UNDER_WAY.contains(status());
    }

    boolean succeeded() {
        return status().equals("COMPLETED");
    }

    long done() {
        return progress().getLong("done");
    }

    /** @return 0 while it is not known how much there is to do */
    long total() {
        return progress().getLong("total");
    }

    private JsonObject progress() {
        return json.getObject("progress", new JsonObject());
    }

    String line() {
        return json.getString("job", "") + " " + id() + " " + status();
    }

    List<String> details() {
        List<List<String>> rows = new ArrayList<>();
        for (String key : List.of("id", "job", "status", "exitStatus", "created", "started", "ended")) {
            rows.add(List.of(key, json.get(key) == null ? "" : String.valueOf(json.get(key))));
        }
        json.getObject("parameters", new JsonObject())
                .forEach((name, value) -> rows.add(List.of("parameter", name + "=" + value)));
        if (total() > 0) {
            rows.add(List.of("progress", done() + " of " + total()));
        }
        return Columns.align(rows);
    }
}
