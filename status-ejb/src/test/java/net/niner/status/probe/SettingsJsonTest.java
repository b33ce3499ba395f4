package net.niner.status.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import net.niner.status.platform.Vault;
import net.niner.status.platform.VaultException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsJsonTest {

    @TempDir
    Path data;

    private SettingsJson json;

    @BeforeEach
    void openTheVault() throws VaultException {
        json = new SettingsJson(Vault.inDirectory(data));
    }

    @ParameterizedTest
    @MethodSource("net.niner.status.probe.Specs#all")
    void whatIsStoredReadsBackTheSame(ProbeSpec spec) throws Exception {
        assertThat(json.read(Kind.of(spec), json.write(spec))).isEqualTo(spec);
    }

    @ParameterizedTest
    @MethodSource("net.niner.status.probe.Specs#all")
    void noSecretIsStoredInPlainText(ProbeSpec spec) {
        assertThat(json.write(spec)).doesNotContain(Specs.PLAIN);
    }

    @Test
    void whatIsNotSecretStaysReadable() {
        assertThat(json.write(new ProbeSpec.Ssh("nc036.niner.net", 2222, null)))
                .isEqualTo("{\"host\":\"nc036.niner.net\",\"port\":2222}");
    }

    @Test
    void aHeaderMayBeCalledLikeTheMarkOfASecret() throws Exception {
        ProbeSpec spec = Settings.read(Kind.HTTP, Map.of("url", "self:/", "headers", Map.of("encrypted", "v1:x")));
        assertThat(json.read(Kind.HTTP, json.write(spec))).isEqualTo(spec);
    }

    @Test
    void anotherKeyIsToldFromABrokenSetting(@TempDir Path elsewhere) throws Exception {
        ProbeSpec spec = Specs.fullest()
                .filter(ProbeSpec.Imap.class::isInstance)
                .findFirst()
                .orElseThrow();
        String stored = json.write(spec);
        SettingsJson other = new SettingsJson(Vault.inDirectory(elsewhere));
        assertThatThrownBy(() -> other.read(Kind.IMAP, stored))
                .isInstanceOf(VaultException.class)
                .hasMessage("secrets were encrypted with another key: restore secret.key");
    }

    @Test
    void whatIsNoJsonIsInvalid() {
        assertThatThrownBy(() -> json.read(Kind.SSH, "{\"host\":"))
                .isInstanceOf(InvalidSettings.class)
                .hasMessage("settings are not a JSON object");
        assertThatThrownBy(() -> json.read(Kind.SSH, "[]")).isInstanceOf(InvalidSettings.class);
        assertThatThrownBy(() -> json.read(Kind.SSH, "{\"host\":null}")).hasMessage("host is missing");
    }
}
