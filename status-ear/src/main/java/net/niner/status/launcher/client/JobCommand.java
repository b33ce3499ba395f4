package net.niner.status.launcher.client;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.niner.status.launcher.Console;
import net.niner.status.launcher.Launcher;
import net.niner.status.launcher.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code job list | start | show | stop | restart | abandon}. */
@Command(name = "job", mixinStandardHelpOptions = true)
public final class JobCommand {
    private static final int SUCCESS = 0;
    private static final int FAILURE = 1;
    private static final String JSON = "application/json";

    @ParentCommand
    private Launcher launcher;

    @Mixin
    private SiteOptions site;

    @Command(name = "list", mixinStandardHelpOptions = true)
    int list() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("JOB", "STATUS", "EXECUTION", "STARTED", "NEXT", "WHAT IT DOES"));
        for (Object entry : api().list("jobs")) {
            rows.add(row((JsonObject) entry));
        }
        Columns.align(rows).forEach(Console::print);
        return SUCCESS;
    }

    private static List<String> row(JsonObject job) {
        JsonObject last = job.getObject("last", new JsonObject());
        return List.of(
                job.getString("name", ""),
                last.getString("status", "-"),
                last.has("id") ? String.valueOf(last.get("id")) : "-",
                last.getString("started", "-"),
                job.getString("next", "-"),
                job.getString("description", ""));
    }

    @Command(name = "start", mixinStandardHelpOptions = true)
    int start(
            @Parameters(paramLabel = "NAME", descriptionKey = "parameter.job") String name,
            @Option(names = "--param", paramLabel = "NAME=VALUE", descriptionKey = "option.param")
                    Map<String, String> parameters,
            @Option(names = "--wait", descriptionKey = "option.wait") boolean wait) {
        JsonObject body = new JsonObject();
        body.put("parameters", new JsonObject(parameters == null ? Map.of() : parameters));
        SiteApi api = api();
        String path = "jobs/" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "/executions";
        JsonObject started = api.post(path, JSON, BodyPublishers.ofString(JsonWriter.string(body)));
        return follow(api, new Execution(started), wait);
    }

    @Command(name = "show", mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "ID", descriptionKey = "parameter.execution") long id) {
        Execution execution = new Execution(api().get("jobs/executions/" + id));
        execution.details().forEach(Console::print);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("STEP", "STATUS", "READ", "WRITTEN", "SKIPPED", "SAID"));
        for (Object entry : execution.json().getArray("steps", new JsonArray())) {
            JsonObject step = (JsonObject) entry;
            rows.add(List.of(
                    step.getString("name", ""),
                    step.getString("status", ""),
                    String.valueOf(step.getLong("read")),
                    String.valueOf(step.getLong("written")),
                    String.valueOf(step.getLong("skipped")),
                    step.getString("exitStatus", "")));
        }
        Columns.align(rows).forEach(Console::print);
        return SUCCESS;
    }

    @Command(name = "stop", mixinStandardHelpOptions = true)
    int stop(@Parameters(paramLabel = "ID", descriptionKey = "parameter.execution") long id) {
        Execution execution =
                new Execution(api().post("jobs/executions/" + id + "/stop", JSON, BodyPublishers.ofString("{}")));
        Console.print(execution.line());
        return SUCCESS;
    }

    @Command(name = "restart", mixinStandardHelpOptions = true)
    int restart(
            @Parameters(paramLabel = "ID", descriptionKey = "parameter.execution") long id,
            @Option(names = "--wait", descriptionKey = "option.wait") boolean wait) {
        SiteApi api = api();
        JsonObject started = api.post("jobs/executions/" + id + "/restart", JSON, BodyPublishers.ofString("{}"));
        return follow(api, new Execution(started), wait);
    }

    @Command(name = "abandon", mixinStandardHelpOptions = true)
    int abandon(@Parameters(paramLabel = "ID", descriptionKey = "parameter.execution") long id) {
        Execution execution =
                new Execution(api().post("jobs/executions/" + id + "/abandon", JSON, BodyPublishers.ofString("{}")));
        Console.print(execution.line());
        return SUCCESS;
    }

    private static int follow(SiteApi api, Execution started, boolean wait) {
        Execution execution = wait ? new Watch(api).untilEnded(started) : started;
        if (wait) {
            api.list("jobs/executions/" + execution.id() + "/output")
                    .forEach(line -> Console.print(String.valueOf(line)));
        }
        Console.print(execution.line());
        if (!wait || execution.succeeded()) {
            return SUCCESS;
        }
        Console.complain(Text.of("failed.job", execution.id(), execution.json().getString("exitStatus", "")));
        return FAILURE;
    }

    private SiteApi api() {
        return site.api(launcher.settings());
    }
}
