package net.niner.status.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import net.niner.status.shipped.Jar.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherIT {
    private static final String SERVER_NAMES = "(?is).*(payara|glassfish|grizzly|eclipse|x-powered-by).*";

    @Test
    void helpAndVersionNeedNoSite() {
        Outcome help = Jar.run("--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("--port", "--address", "--data", "--database-url", "--servers-file", "import");

        Outcome version = Jar.run("--version");
        assertThat(version.exitCode()).isZero();
        assertThat(version.out()).startsWith("Status site ");
    }

    @Test
    void theConsoleSaysWhereEverythingIs() {
        Site site = Site.shared();

        assertThat(site.output())
                .contains(
                        site.url("/").toString(),
                        site.data().toString(),
                        site.data().resolve("logs/status.log").toString(),
                        site.data().resolve("operator.token").toString())
                .hasLineCount(9);
    }

    @Test
    void theFirstOwnersLinkIsOnTheConsoleAndNowhereElse() throws IOException {
        Site site = Site.shared();

        String path =
                "/admin/welcome?link=" + site.output().replaceFirst("(?s).*/admin/welcome\\?link=(\\S{43})\n.*", "$1");
        assertThat(site.output()).contains("  " + site.url(path) + "\n");
        assertThat(Files.readString(site.data().resolve("logs/status.log")))
                .doesNotContain(path.substring(path.indexOf('=') + 1));
    }

    @Test
    void onlyHttpListensAndOnlyWhereAsked() throws IOException {
        Site site = Site.shared();

        List<String> listening = Sockets.listening(site.process());

        String port = String.format(":%04X", site.port());
        assertThat(listening).singleElement().asString().endsWith("0100007F" + port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/nothing-here", "/api/v1/nothing-here", "/health", "/metrics", "/openapi", "/%zz", "/..%2f"
            })
    void noPageNamesTheServer(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 ");
        assertThat(answer.replace("org.eclipse.microprofile", "")).doesNotMatch(SERVER_NAMES);
        assertThat(answer.lines().takeWhile(line -> !line.isEmpty())).noneMatch(line -> line.startsWith("Server:"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: many\r\n\r\n",
                "TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            })
    void noAnswerToAMalformedRequestNamesTheServer(String request) throws IOException {
        assertThat(raw(request)).startsWith("HTTP/1.1 ").doesNotMatch(SERVER_NAMES);
    }

    @Test
    void theServersOwnPagesAnswer() {
        Site site = Site.shared();

        for (String path : List.of("/health/live", "/health/ready", "/metrics", "/openapi")) {
            HttpResponse<String> response = site.get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(200);
        }
        assertThat(site.get("/openapi").body()).contains("/api/v1/jobs");
    }

    @Test
    void whatIsSecretBelongsToTheOwnerAlone() throws IOException {
        Path data = Site.shared().data();

        for (String secret : List.of("operator.token", "secret.key")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(secret))))
                    .as(secret)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aTerminationSignalEndsTheSiteInGoodOrderAndARestartKeepsItsData() throws Exception {
        Path data = Files.createTempDirectory("status-data").resolve("new");
        String token;
        String round;
        try (Site site = Site.start(data)) {
            token = site.token();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("owner-setup.link"))))
                    .isEqualTo("rw-------");
            assertThat(site.command("job", "start", "compact-history", "--wait").exitCode())
                    .isZero();
            round = site.command("job", "start", "probe-round", "--param", "seconds=59")
                    .out()
                    .replaceAll("\\D", "");
            assertThat(site.stop()).isEqualTo(143);
            assertThat(site.output()).endsWith("Stopping.\n");
        }

        try (Site site = Site.start(data)) {
            assertThat(site.token()).isEqualTo(token);
            Outcome shown = site.command("job", "show", "1");
            assertThat(shown.err()).isEmpty();
            assertThat(shown.out()).contains("COMPLETED");
            // completed, where its only check came to be due before the signal did; not left as if it still ran, nor
            // failed
            assertThat(site.command("job", "show", round).out()).containsPattern("status +(STOPPED|COMPLETED)");
        }
    }

    @Test
    void whatIsWrongAtTheStartIsSaidOnTheConsole() throws Exception {
        Path data = Files.createTempDirectory("status-data");
        Files.createFile(data.resolve("status.mv.db"));
        Path servers = Files.writeString(data.resolve("servers.yaml"), "servers:\n  - { code: XX905, city: Oslo }\n");

        try (Site site = Site.start(data, "--servers-file", servers.toString())) {
            assertThat(site.output())
                    .contains(
                            data.resolve("secret.key") + " is missing",
                            servers + ":2: ",
                            "nothing of the file was applied");
        }
    }

    private static String raw(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), Site.shared().port())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
