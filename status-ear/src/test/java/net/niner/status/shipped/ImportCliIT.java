package net.niner.status.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
