package net.niner.status.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import net.niner.status.shipped.Jar.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCliIT {
    private final Site site = Site.shared();

    @TempDir
    private Path directory;

    @Test
    void aDryRunShowsWhatWouldChangeAndChangesNothing() throws IOException {
        Path file = servers("  - { code: XX901, city: Oslo, country: NO, role: web-server }");

        Outcome outcome = site.command("import", "servers", file.toString(), "--dry-run");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("ADD", "XX901", "would be made.");
        isNotListed("XX901");
    }

    @Test
    void anImportIsAppliedOnceAndASecondOneChangesNothing() throws IOException {
        Path file = servers("  - { code: XX902, city: Oslo, country: NO, role: web-server }");

        assertThat(site.command("import", "servers", file.toString()).out()).contains("ADD", "XX902", "made.");
        await().untilAsserted(
                        () -> assertThat(site.get("/api/v1/servers").body()).contains("XX902"));

        assertThat(site.command("import", "servers", file.toString()).out()).isEqualTo("Nothing to change.\n");
    }

    @Test
    void anErrorNamesFileLineAndFieldAndChangesNothing() throws IOException {
        Path file = servers(
                "  - { code: XX903, city: Oslo, country: NO, role: web-server }",
                "  - { code: XX904, city: Oslo, country: NO, role: teapot }");

        Outcome outcome = site.command("import", "servers", file.toString());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).startsWith(file + ":3: ").contains("role").hasLineCount(1);
        isNotListed("XX903");
    }

    @Test
    void aMissingFileIsNamed() {
        Path file = directory.resolve("none.yaml");

        Outcome outcome = site.command("import", "servers", file.toString());

        assertThat(outcome.err()).isEqualTo("The file " + file + " cannot be read.\n");
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    @Test
    void exportsAreShownAppliedAndTheSecondTimeChangeNothing() throws IOException {
        Path exports = exports("cli-1", "2031-07-20");

        Outcome shown = site.command("import", "billing", exports.toString(), "--dry-run");
        assertThat(shown.err()).isEmpty();
        assertThat(shown.exitCode()).isZero();
        assertThat(shown.out())
                .contains("ADD  client Client cli-1", "cli-1.example")
                .endsWith("2 changes would be made.\n");

        Outcome done = site.command("import", "billing", exports.toString());
        assertThat(done.err()).isEmpty();
        assertThat(done.out()).contains("ADD", "service cli-1.example").endsWith("2 changes made.\n");
        assertThat(site.command("import", "billing", exports.toString()).out()).isEqualTo("Nothing to change.\n");
        clientsAreNowhereInPublic("cli-1");
    }

    @Test
    void aWrongExportNamesFileLineAndColumnAndChangesNothing() throws IOException {
        Path exports = exports("cli-2", "20 July");

        Outcome outcome = site.command("import", "billing", exports.toString());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .isEqualTo(exports.resolve("services.csv") + ":2: expires_on: is no day as yyyy-MM-dd: 20 July\n");
        assertThat(site.command(
                                "import",
                                "billing",
                                exports("cli-2", "2031-07-20").toString(),
                                "--dry-run")
                        .out())
                .endsWith("2 changes would be made.\n");
    }

    @Test
    void aDirectoryWithoutExportsIsNamed() {
        assertThat(site.command("import", "billing", directory.toString()).err())
                .isEqualTo("The directory " + directory + " holds no file that ends in .csv or .json.\n");
    }

    /** In no page, feed or answer that anybody can ask for, and in no log. */
    private void clientsAreNowhereInPublic(String client) throws IOException {
        for (String path : List.of("/", "/blog", "/feed", "/feed.json", "/api/v1/servers", "/api/v2/summary.json")) {
            assertThat(site.get(path).body()).as(path).doesNotContain(client);
        }
        assertThat(Files.readString(site.data().resolve("logs").resolve("status.log")))
                .doesNotContain(client);
    }

    private Path exports(String client, String expires) throws IOException {
        Path exports = Files.createDirectories(directory.resolve("exports"));
        Files.writeString(
                exports.resolve("clients.csv"),
                "id,name,email\n%1$s,Client %1$s,post@%1$s.example\n".formatted(client));
        Files.writeString(
                exports.resolve("services.csv"),
                "id,client_id,kind,name,expires_on,state\n%1$s,%1$s,domain,%1$s.example,%2$s,cancelled\n"
                        .formatted(client, expires));
        return exports;
    }

    /** The list may be a second old, so it is looked at for longer. */
    private void isNotListed(String code) {
        await().during(Duration.ofMillis(1_500))
                .untilAsserted(
                        () -> assertThat(site.get("/api/v1/servers").body()).doesNotContain(code));
    }

    private Path servers(String... entries) throws IOException {
        return Files.writeString(directory.resolve("servers.yaml"), "servers:\n" + String.join("\n", entries) + "\n");
    }
}
