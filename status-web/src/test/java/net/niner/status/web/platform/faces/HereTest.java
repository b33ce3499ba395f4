package net.niner.status.web.platform.faces;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HereTest {

    @ParameterizedTest
    @ValueSource(strings = {"/admin", "/admin/check?id=51", "/admin/server?code=NC036&tab=a%20b", "/admin/jobs"})
    void aPageOfTheOfficeIsAnAddress(String said) {
        assertThat(Here.isAddress(said)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "//evil.example/admin",
                "/admin//evil.example",
                "/administration",
                "https://evil.example/admin",
                "/admin?to=//evil.example",
                "/admin\\evil",
                "/admin/x\r\nSet-Cookie: a=b"
            })
    void nothingElseIs(String said) {
        assertThat(Here.isAddress(said)).isFalse();
    }
}
