package net.niner.status.launcher.client;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.niner.status.launcher.Console;
import net.niner.status.launcher.Refusal;
import net.niner.status.launcher.Text;

/** Sends the exports in a directory, prints what they change, and waits until the site has done so. */
final class BillingImport {
    private static final int SUCCESS = 0;
    private static final int FAILURE = 1;

    private final SiteApi site;
    private final Path directory;

    BillingImport(SiteApi site, Path directory) {
        this.site = site;
        this.directory = directory;
    }

    int run(String source, String dateFormat, boolean dryRun) {
        String path = "billing/imports?source=" + encoded(source) + "&dateFormat=" + encoded(dateFormat) + "&dryRun="
                + dryRun;
        try {
            JsonObject answer = site.post(path, "application/json", BodyPublishers.ofString(body()));
            print(answer);
            return dryRun ? say("import.dry-run", answer) : follow(answer);
        } catch (Problem problem) {
            List<String> errors = problem.errorsBelow(directory);
            errors.forEach(Console::complain);
            if (errors.isEmpty()) {
                throw problem;
            }
            return FAILURE;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String body() {
        JsonArray files = new JsonArray();
        for (Path file : files()) {
            JsonObject one = new JsonObject();
            one.put("name", file.getFileName().toString());
            one.put("content", text(file));
            files.add(one);
        }
        JsonObject body = new JsonObject();
        body.put("files", files);
        return JsonWriter.string(body);
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.list(directory)) {
            List<Path> files = all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(csv|json)"))
                    .sorted()
                    .collect(Collectors.toList());
            if (files.isEmpty()) {
                throw new Refusal("refused.no-exports", directory);
            }
            return files;
        } catch (IOException e) {
            throw new Refusal("refused.directory", directory);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new Refusal("refused.not-utf-8", file);
        } catch (IOException e) {
            throw new Refusal("refused.file", file);
        }
    }

    private static void print(JsonObject answer) {
        JsonArray changes = answer.getArray("changes", new JsonArray());
        Columns.align(changes.stream()
                        .map(JsonObject.class::cast)
                        .map(change -> List.of(
                                change.getString("action", ""),
                                change.getString("subject", ""),
                                change.getArray("fields", new JsonArray()).stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining("; "))))
                        .toList())
                .forEach(Console::print);
        int hidden = all(answer) - changes.size();
        if (hidden > 0) {
            Console.say("import.more", hidden);
        }
        answer.getArray("findings", new JsonArray()).forEach(finding -> Console.say("import.finding", finding));
    }

    private int follow(JsonObject answer) {
        Execution execution =
                new Watch(site).untilEnded(new Execution(site.get("jobs/executions/" + answer.getLong("execution"))));
        if (execution.succeeded()) {
            return say("import.done", answer);
        }
        Console.complain(Text.of("failed.job", execution.id(), execution.json().getString("exitStatus", "")));
        return FAILURE;
    }

    private static int say(String key, JsonObject answer) {
        Console.say(key, all(answer));
        return SUCCESS;
    }

    private static int all(JsonObject answer) {
        return answer.getInt("added") + answer.getInt("changed");
    }
}
