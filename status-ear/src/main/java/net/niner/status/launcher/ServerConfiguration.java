package net.niner.status.launcher;

import fish.payara.micro.ClusterCommandResult;
import fish.payara.micro.boot.AdminCommandRunner;

/**
 * The server's configuration, made anew at each boot. Values that a person chose are given as references to system
 * properties: nothing needs escaping, and no password reaches a file of the server's.
 */
final class ServerConfiguration {
    private static final String CONFIG = "configs.config.server-config.";
    static final String LISTENER = CONFIG + "network-config.network-listeners.network-listener.http-listener";
    private static final String PROTOCOL = CONFIG + "network-config.protocols.protocol.http-listener.http.";

    private final AdminCommandRunner commands;
    private final Settings settings;

    ServerConfiguration(AdminCommandRunner commands, Settings settings) {
        this.commands = commands;
        this.settings = settings;
    }

    void apply() {
        http();
        database();
        jobs();
        set(CONFIG + "phone-home-runtime-configuration.enabled", "false");
    }

    private void http() {
        set(LISTENER + ".address", settings.address().getHostAddress());
        set(LISTENER + ".enabled", "false");
        set(PROTOCOL + "server-header", "false");
        set(PROTOCOL + "xpowered-by", "false");
        // behind a proxy that speaks TLS the cookies of the server are closed to plain HTTP as well
        set(PROTOCOL + "scheme-mapping", "X-Forwarded-Proto");
        // whoever sends a body drop by drop holds a thread for so long and no longer
        set(CONFIG + "network-config.transports.transport.tcp.read-timeout-millis", "10000");
    }

    private void database() {
        Database database = settings.database();
        run(
                "create-jdbc-connection-pool",
                "--restype=javax.sql.DataSource",
                "--datasourceclassname=" + database.kind().dataSource(),
                "--steadypoolsize=2",
                "--maxpoolsize=32",
                "--isconnectvalidatereq=true",
                "--validationmethod=custom-validation",
                "--validationclassname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
                "--validateatmostonceperiod=10",
                "--property=url=${status.db.url}:user=${status.db.user}:password=${status.db.password}",
                "StatusPool");
        run("create-jdbc-resource", "--connectionpoolid=StatusPool", "jdbc/status");
    }

    /** The job repository lives beside the application's tables. */
    private void jobs() {
        set(CONFIG + "batch-runtime-configuration.data-source-lookup-name", "jdbc/status");
        set(CONFIG + "batch-runtime-configuration.table-prefix", "st_");
    }

    private void set(String name, String value) {
        run("set", name + "=" + value);
    }

    private void run(String command, String... arguments) {
        ClusterCommandResult result = commands.run(command, arguments);
        if (result.getExitStatus() == ClusterCommandResult.ExitStatus.FAILURE) {
            throw new IllegalStateException(command + ": " + result.getOutput(), result.getFailureCause());
        }
    }
}
