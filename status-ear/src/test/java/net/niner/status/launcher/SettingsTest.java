package net.niner.status.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    private Path data;

    private final Map<String, String> options = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();
    private final Properties system = new Properties();

    @Test
    void withoutAnythingTheSiteListensOnThisMachineOnly() {
        assertThat(settings().selfUrl()).isEqualTo(URI.create("http://127.0.0.1:8080"));
        assertThat(settings().database().url())
                .startsWith("jdbc:h2:file:" + data.resolve("status"))
                .contains("OPTIMIZE_REUSE_RESULTS=0")
                .doesNotContain("AUTO_SERVER");
    }

    @Test
    void theFileInTheDataDirectoryGoesBeforeTheDefault() throws IOException {
        write("status.http.port=8081");

        assertThat(settings().port()).isEqualTo(8081);
    }

    @Test
    void theEnvironmentGoesBeforeTheFile() throws IOException {
        write("status.http.port=8081");
        environment.put("STATUS_HTTP_PORT", "8082");

        assertThat(settings().port()).isEqualTo(8082);
    }

    @Test
    void theCommandLineGoesBeforeTheEnvironment() {
        environment.put("STATUS_HTTP_PORT", "8082");
        system.setProperty("status.http.port", "8083");
        assertThat(settings().port()).isEqualTo(8083);

        options.put("status.http.port", "8084");
        assertThat(settings().port()).isEqualTo(8084);
    }

    @Test
    void theEnvironmentNamesTheDataDirectory() {
        environment.put("STATUS_DATA", data.toString());

        assertThat(Settings.resolve(Map.of(), system, environment).data()).isEqualTo(data);
    }

    @Test
    void aSettingThatOnlyTheApplicationKnowsIsHandedOn() throws IOException {
        write("status.test.of-the-launcher=10.0.0.0/8");

        settings().publish();

        assertThat(System.getProperty("status.test.of-the-launcher")).isEqualTo("10.0.0.0/8");
    }

    @Test
    void theEnvironmentOverridesSuchASettingToo() throws IOException {
        write("status.test.overridden=file");
        environment.put("STATUS_TEST_OVERRIDDEN", "environment");

        settings().publish();

        assertThat(System.getProperty("status.test.overridden")).isEqualTo("environment");
    }

    @Test
    void aSiteOnAllAddressesAsksItselfAtTheLoopback() {
        options.put("status.http.address", "0.0.0.0");

        assertThat(settings().selfUrl()).isEqualTo(URI.create("http://127.0.0.1:8080"));
    }

    @Test
    void whereTheSiteIsFollowsFromAddressAndPortAlone() throws IOException {
        write("status.self.url=http://192.0.2.1/");
        environment.put("STATUS_SELF_URL", "http://192.0.2.2/");

        settings().publish();

        assertThat(System.getProperty("status.self.url")).isEqualTo("http://127.0.0.1:8080");
        System.clearProperty("status.self.url");
    }

    @Test
    void anAddressOfIpVersionSixIsWrittenInBrackets() {
        options.put("status.http.address", "::1");

        assertThat(settings().selfUrl()).isEqualTo(URI.create("http://[0:0:0:0:0:0:0:1]:8080"));
    }

    @Test
    void aPortThatIsNoneIsRefused() {
        for (String wrong : new String[] {"0", "65536", "-1", "http", ""}) {
            options.put("status.http.port", wrong);

            assertThatThrownBy(this::settings)
                    .isInstanceOf(Refusal.class)
                    .hasMessage("status.http.port must be a number from 1 to 65535, and it is \"" + wrong + "\".");
        }
    }

    @Test
    void aFileThatIsNoneIsRefused() throws IOException {
        write("status.http.port=\\u00zz");

        assertThatThrownBy(this::settings).isInstanceOf(Refusal.class).hasMessageContaining("status.properties");
    }

    private void write(String line) throws IOException {
        Files.writeString(data.resolve("status.properties"), line + "\n");
    }

    private Settings settings() {
        options.put("status.data", data.toString());
        return Settings.resolve(options, system, environment);
    }
}
