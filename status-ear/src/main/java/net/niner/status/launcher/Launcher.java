package net.niner.status.launcher;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import net.niner.status.launcher.client.ImportCommand;
import net.niner.status.launcher.client.JobCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * {@code java -jar status.jar}: without a command it starts the site, with one it talks to a site that runs. Port and data
 * directory belong to both and may stand on either side of the command.
 */
@Command(
        name = "status",
        resourceBundle = Text.BUNDLE,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        usageHelpAutoWidth = true,
        sortOptions = false,
        subcommands = {JobCommand.class, ImportCommand.class})
public final class Launcher implements Callable<Integer> {
    private final Map<String, String> options = new HashMap<>();

    private Launcher() {}

    public static void main(String[] arguments) {
        int exitCode = commandLine().execute(arguments);
        if (exitCode != Site.KEEPS_RUNNING) {
            System.exit(exitCode);
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new Launcher())
                .setParameterExceptionHandler(Complaints::usage)
                .setExecutionExceptionHandler(Complaints::failure);
    }

    @Option(names = "--port", paramLabel = "PORT", descriptionKey = "option.port", scope = ScopeType.INHERIT)
    void port(String value) {
        options.put(Settings.PORT, value);
    }

    @Option(names = "--address", paramLabel = "ADDRESS", descriptionKey = "option.address")
    void address(String value) {
        options.put(Settings.ADDRESS, value);
    }

    @Option(names = "--data", paramLabel = "DIRECTORY", descriptionKey = "option.data", scope = ScopeType.INHERIT)
    void data(String value) {
        options.put(Settings.DATA, value);
    }

    @Option(names = "--database-url", paramLabel = "URL", descriptionKey = "option.database-url")
    void databaseUrl(String value) {
        options.put(Settings.DATABASE_URL, value);
    }

    @Option(names = "--database-user", paramLabel = "USER", descriptionKey = "option.database-user")
    void databaseUser(String value) {
        options.put(Settings.DATABASE_USER, value);
    }

    @Option(names = "--database-password", paramLabel = "PASSWORD", descriptionKey = "option.database-password")
    void databasePassword(String value) {
        options.put(Settings.DATABASE_PASSWORD, value);
    }

    @Option(names = "--servers-file", paramLabel = "FILE", descriptionKey = "option.servers-file")
    void serversFile(String value) {
        options.put(Settings.SERVERS_FILE, value);
    }

    @Option(names = "--reset-owner", paramLabel = "EMAIL", descriptionKey = "option.reset-owner")
    void resetOwner(String value) {
        options.put(Settings.OWNER_RESET, value);
    }

    /** The settings as the command line, the environment and the data directory give them. */
    public Settings settings() {
        return Settings.resolve(options, System.getProperties(), System.getenv());
    }

    @Override
    public Integer call() {
        new Site(settings()).start();
        return Site.KEEPS_RUNNING;
    }
}
