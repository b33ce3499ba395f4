package net.niner.status.launcher.client;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.niner.status.launcher.Console;
import net.niner.status.launcher.Launcher;
import net.niner.status.launcher.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code import servers FILE [--dry-run]} and {@code import billing DIR [--source NAME] [--date-format FORM] [--dry-run]}. */
@Command(name = "import", mixinStandardHelpOptions = true)
public final class ImportCommand {
    private static final int SUCCESS = 0;
    private static final int FAILURE = 1;

    @ParentCommand
    private Launcher launcher;

    @Mixin
    private SiteOptions site;

    @Command(name = "servers", mixinStandardHelpOptions = true)
    int servers(
            @Parameters(paramLabel = "FILE", descriptionKey = "parameter.file") Path file,
            @Option(names = "--dry-run", descriptionKey = "option.dry-run") boolean dryRun) {
        if (!Files.isRegularFile(file)) {
            throw new Refusal("refused.file", file);
        }
        try {
            JsonObject result = site.api(launcher.settings())
                    .post("servers/import?dryRun=" + dryRun, "application/yaml", BodyPublishers.ofFile(file));
            print(result.getArray("changes", new JsonArray()), dryRun);
            return SUCCESS;
        } catch (FileNotFoundException e) {
            throw new Refusal("refused.file", file);
        } catch (Problem problem) {
            List<String> errors = problem.errorsIn(file.toString());
            errors.forEach(Console::complain);
            if (errors.isEmpty()) {
                throw problem;
            }
            return FAILURE;
        }
    }

    @Command(name = "billing", mixinStandardHelpOptions = true)
    int billing(
            @Parameters(paramLabel = "DIR", descriptionKey = "parameter.directory") Path directory,
            @Option(names = "--source", paramLabel = "NAME", defaultValue = "auto", descriptionKey = "option.source")
                    String source,
            @Option(
                            names = "--date-format",
                            paramLabel = "FORM",
                            defaultValue = "yyyy-MM-dd",
                            descriptionKey = "option.date-format")
                    String dateFormat,
            @Option(names = "--dry-run", descriptionKey = "option.dry-run") boolean dryRun) {
        return new BillingImport(site.api(launcher.settings()), directory).run(source, dateFormat, dryRun);
    }

    private static void print(JsonArray changes, boolean dryRun) {
        Columns.align(changes.stream()
                        .map(JsonObject.class::cast)
                        .map(change -> List.of(
                                change.getString("action", ""),
                                change.getString("subject", ""),
                                change.getString("detail", "")))
                        .toList())
                .forEach(Console::print);
        Console.say(dryRun ? "import.dry-run" : "import.done", changes.size());
    }
}
