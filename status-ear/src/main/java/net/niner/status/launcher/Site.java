package net.niner.status.launcher;

import fish.payara.micro.BootstrapException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One start of the site: check what can be checked, then boot, deploy, and say when it answers. */
final class Site {
    /** No exit code: the process lives on in the server's threads. */
    static final int KEEPS_RUNNING = -1;

    /** Tells the application that its pages answer; before that its check of itself would raise a false alarm. */
    private static final String DEPLOYED = "status.deployed";

    private static final double MILLIS_PER_SECOND = 1000;

    private final Settings settings;

    Site(Settings settings) {
        this.settings = settings;
    }

    void start() {
        Listener listener = new Listener(settings.address(), settings.port());
        Database database = settings.database();
        database.kind();
        settings.probeConcurrency();
        settings.serversFile().ifPresent(Site::checkReadable);
        listener.check();
        DataDirectory data = DataDirectory.take(settings.data());
        data.prepare();
        settings.publish();
        run(new Server(settings, data), database, data);
    }

    private void run(Server server, Database database, DataDirectory data) {
        try {
            database.check(server.load());
            introduce(data);
            System.setProperty(DEPLOYED, "false");
            server.boot();
            server.deploy();
            server.open();
        } catch (BootstrapException | IOException e) {
            Logger.getLogger(Site.class.getName()).log(Level.SEVERE, "The server does not start", e);
            throw new Refusal("refused.boot", data.log());
        }
        new FirstVisit(settings.selfUrl(), data.log()).make();
        System.setProperty(DEPLOYED, "true");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Console.say("stopping")));
        data.warnOfLostKey();
        LogFile.complaints().forEach(Console::complain);
        Console.print(Text.of("ready", secondsSinceStart(), settings.selfUrl())
                + data.ownerSetup().map(path -> invitation("owner", path)).orElse("")
                + data.ownerReset().map(path -> invitation("owner.reset", path)).orElse(""));
        Memory.settle();
    }

    private void introduce(DataDirectory data) {
        Console.say(
                "introduction",
                Version.current(),
                settings.selfUrl(),
                settings.data(),
                data.log(),
                DataDirectory.token(settings.data()),
                String.valueOf(settings.port()));
    }

    private String invitation(String text, String path) {
        return "\n" + Text.of(text, settings.selfUrl() + path);
    }

    private static void checkReadable(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Refusal("refused.servers-file", file);
        }
    }

    private static String secondsSinceStart() {
        long millis = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
        return String.format(Locale.ROOT, "%.1f", millis / MILLIS_PER_SECOND);
    }
}
