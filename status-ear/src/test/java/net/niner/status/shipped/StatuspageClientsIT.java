package net.niner.status.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Programs that other people wrote for Statuspage read this site as one. They need Node.js, and come by npm. */
class StatuspageClientsIT {

    private static final Path PLACE = Path.of("target", "statuspage-clients").toAbsolutePath();
    private static final List<String> CLIENTS = List.of("statuspage.io@3.3.8", "@statuspage/status-widget@1.0.5");
    private static final int PATIENCE_MINUTES = 3;

    private static final String ASK = """
            const { Statuspage } = require('statuspage.io');
            const client = new Statuspage('status');
            client.setApiUrl(process.argv[2]);
            Promise.all([
              client.api.getSummary(), client.api.getStatus(), client.api.getComponents(), client.api.incidents.getAll(),
              client.api.incidents.getUnresolved(), client.api.scheduledMaintenances.getAll(),
              client.api.scheduledMaintenances.getUpcoming(), client.api.scheduledMaintenances.getActive(),
            ]).then(answers => console.log(JSON.stringify(answers)));
            """;

    private static final Site SITE = Site.shared();

    @BeforeAll
    static void fetch() throws Exception {
        Files.createDirectories(PLACE);
        Files.writeString(PLACE.resolve("package.json"), "{\"private\": true}");
        Files.writeString(PLACE.resolve("ask.js"), ASK);
        boolean there = run(Stream.concat(
                        Stream.of("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts"), CLIENTS.stream())
                .toArray(String[]::new));
        if (!there) {
            System.err.println("SKIPPED: the clients of Statuspage need Node.js, and npm to fetch them");
        }
        assumeTrue(there, "no clients of Statuspage");
    }

    @Test
    void aClientForNodeReadsEverything() throws Exception {
        assertThat(run("node", "ask.js", SITE.url("").toString())).as(said()).isTrue();

        JsonArray answers = JsonParser.array().from(said());
        assertThat(answers).hasSize(8);
        JsonObject summary = answers.getObject(0);
        assertThat(summary.getObject("status").getString("indicator")).isIn("none", "minor", "major", "critical");
        assertThat(summary.getArray("components").stream().map(component -> ((JsonObject) component).getString("id")))
                .contains("NC036", "mail-server");
        assertThat(answers.getObject(3).getArray("incidents")).isNotNull();
        assertThat(answers.getObject(5).getArray("scheduled_maintenances")).isNotNull();
    }

    /** On a page of nobody's, so that the answer must be open to every origin. */
    @Test
    void theWidgetShowsTheStatusOnAnotherPage() {
        Chromium chromium = Chromium.start();
        try (BrowserContext browser = chromium.browser().newContext()) {
            Page page = browser.newPage();
            page.setContent("<statuspage-widget src='%s'></statuspage-widget>".formatted(SITE.url("")));
            page.addScriptTag(new Page.AddScriptTagOptions()
                    .setPath(PLACE.resolve("node_modules/@statuspage/status-widget/dist/index.js")));

            page.waitForFunction(
                    "/All Systems Operational|Under Maintenance|Degraded Service|System Outage|Service Outage/"
                            + ".test(document.querySelector('statuspage-widget').shadowRoot.textContent)");
        } finally {
            chromium.close();
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(PLACE.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(PLACE.resolve("said").toFile())
                    .start();
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    private static String said() throws IOException {
        return Files.readString(PLACE.resolve("said"));
    }
}
