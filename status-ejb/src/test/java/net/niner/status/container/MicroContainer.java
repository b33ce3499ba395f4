package net.niner.status.container;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.descriptor.api.Descriptor;

/** Starts the server with the archive, and ends it with the tests. */
public class MicroContainer implements DeployableContainer<MicroConfiguration> {

    private static final String CONFIG = "configs.config.server-config.";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Path directory;
    private TestDatabase database;
    private Process server;

    @Override
    public Class<MicroConfiguration> getConfigurationClass() {
        return MicroConfiguration.class;
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Servlet 5.0");
    }

    @Override
    public void start() throws LifecycleException {
        try {
            directory = Files.createDirectories(Path.of(System.getProperty("status.test.directory"))
                    .resolve(System.getProperty("status.test.database", "h2")));
            for (String old : List.of("status.mv.db", "secret.key", "operator.token")) {
                Files.deleteIfExists(directory.resolve(old));
            }
            database = TestDatabase.start(directory);
        } catch (IOException e) {
            throw new LifecycleException("the database did not start", e);
        }
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        try {
            Path war = directory.resolve("test.war");
            archive.as(ZipExporter.class).exportTo(war.toFile(), true);
            int port = freePort();
            Path log = directory.resolve("server.log");
            server = new ProcessBuilder(command(port, war))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            awaitReady(log);
            return new ProtocolMetaData()
                    .addContext(
                            new HTTPContext("127.0.0.1", port).add(new Servlet("ArquillianServletRunnerEE9", "/test")));
        } catch (IOException e) {
            throw new DeploymentException("the server did not start", e);
        }
    }

    @Override
    public void undeploy(Archive<?> archive) {
        // the server ends with its only archive
    }

    @Override
    public void stop() throws LifecycleException {
        try {
            if (server != null) {
                server.destroy();
                server.waitFor(30, TimeUnit.SECONDS);
                server.destroyForcibly();
            }
            database.close();
        } catch (IOException | InterruptedException e) {
            throw new LifecycleException("the server did not stop", e);
        }
    }

    private List<String> command(int port, Path war) throws IOException {
        Path commands = directory.resolve("preboot.txt");
        Files.write(
                commands,
                List.of(
                        "set " + CONFIG
                                + "network-config.network-listeners.network-listener.http-listener.address=127.0.0.1",
                        "create-jdbc-connection-pool --restype=javax.sql.DataSource --datasourceclassname="
                                + database.dataSource()
                                + " --property=url=${status.db.url}:user=${status.db.user}:password=${status.db.password} StatusPool",
                        "create-jdbc-resource --connectionpoolid=StatusPool jdbc/status",
                        "set " + CONFIG + "batch-runtime-configuration.data-source-lookup-name=jdbc/status",
                        "set " + CONFIG + "batch-runtime-configuration.table-prefix=st_"));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dpayaramicro.disablePhoneHome=true",
                "-Dstatus.data=" + directory,
                "-Dstatus.self.url=http://127.0.0.1:" + port,
                "-Dstatus.db.url=" + database.url(),
                "-Dstatus.db.user=" + database.user(),
                "-Dstatus.db.password=status",
                "-Dstatus.probe.allow=127.0.0.0/8",
                "-Dstatus.probe.concurrency=64",
                "-Dstatus.jobs.scheduled=false",
                "-jar",
                System.getProperty("status.test.server"),
                "--nohazelcast",
                "--nohostaware",
                "--port",
                Integer.toString(port),
                "--addlibs",
                System.getProperty("status.test.driver"),
                "--prebootcommandfile",
                commands.toString(),
                "--contextroot",
                "test",
                "--deploy",
                war.toString());
    }

    private void awaitReady(Path log) throws IOException, DeploymentException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.readString(log).contains(") ready in ")) {
            if (!server.isAlive() || System.nanoTime() > deadline) {
                throw new DeploymentException("the server did not get ready; see " + log);
            }
            pause();
        }
    }

    private static void pause() throws DeploymentException {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeploymentException("interrupted", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void deploy(Descriptor descriptor) {
        throw new UnsupportedOperationException("archives only");
    }

    @Override
    public void undeploy(Descriptor descriptor) {
        throw new UnsupportedOperationException("archives only");
    }
}
