package net.niner.status.launcher;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.ClusterCommandResult;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.boot.AdminCommandRunner;
import fish.payara.micro.boot.PayaraMicroBoot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Payara Micro, told to be quiet and small: one HTTP listener, no cluster, no usage reports, no name in headers or pages.
 * The application is deployed after the boot, since Payara Micro does not survive an EAR during it.
 */
final class Server {
    /**
     * Under this number the job repository keeps the history of jobs; it must never change. Its last 16 bits are zero: the server puts a number for
     * each bean there, by a bitwise or, and of two beans that fell together one could not be called.
     */
    private static final String APPLICATION_ID = "12344950784";

    private final Settings settings;
    private final DataDirectory data;
    private AdminCommandRunner commands;

    Server(Settings settings, DataDirectory data) {
        this.settings = settings;
        this.data = data;
    }

    /**
     * Makes the server's classes known; nothing runs yet.
     *
     * @return the class loader that knows them, the database drivers among them
     */
    ClassLoader load() throws IOException {
        Path logging = data.server().resolve("logging.properties");
        try (InputStream defaults = Server.class.getResourceAsStream("logging.properties")) {
            Files.copy(defaults, logging);
        }
        System.setProperty(LogFile.PATH_PROPERTY, data.log().toString());
        System.setProperty("java.util.logging.config.file", logging.toString());
        ServerProperties.apply();
        Console.keep();
        LoggedStream.replaceStandardStreams();
        Libraries.unpack(data.server().resolve("libraries"));
        return Thread.currentThread().getContextClassLoader();
    }

    void boot() throws BootstrapException {
        PayaraMicroBoot server = PayaraMicro.getInstance()
                .setRootDir(data.server().toFile())
                .setLogPropertiesFile(
                        data.server().resolve("logging.properties").toFile())
                .setPrintLogo(false)
                .setNoHazelcast(true)
                .setHttpPort(settings.port());
        server.setPreBootHandler(runner -> new ServerConfiguration(runner, settings).apply());
        server.setPostBootHandler(runner -> commands = runner);
        server.bootStrap();
    }

    /** @throws Refusal if the application does not start; the log says why */
    void deploy() throws IOException {
        Path application = data.server().resolve("status.ear");
        try (InputStream packed = Server.class.getResourceAsStream("/app/status.ear")) {
            Files.copy(packed, application);
        }
        ClusterCommandResult result = commands.run(
                "deploy",
                "--name=status",
                "--properties=org.glassfish.ejb.container.application_unique_id=" + APPLICATION_ID,
                application.toString());
        if (result.getExitStatus() != ClusterCommandResult.ExitStatus.SUCCESS) {
            throw new Refusal("refused.deployment", data.log());
        }
    }

    /** Lets requests in: before the application is there, the server would answer with error pages of its own. */
    void open() {
        commands.run("set", ServerConfiguration.LISTENER + ".enabled=true");
    }
}
