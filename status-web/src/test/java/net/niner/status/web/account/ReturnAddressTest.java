package net.niner.status.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/admin", "/admin/servers", "/admin/check?id=51", "/admin/checks?server=NC036&kind=http%2Fs"})
    void pagesOfTheBackOfficeAreGoneBackTo(String wanted) {
        assertThat(ReturnAddress.of(wanted)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example/admin",
                "/\\evil.example",
                "/admin//evil.example",
                "/admin/../api/v1/checks",
                "/admin\\@evil.example",
                "/administrator",
                "/",
                "/admin/servers#\" onload=alert(1)",
                "/admin/servers\r\nSet-Cookie: a=b",
                "javascript:alert(1)",
                "/admin/sign-in?to=/admin",
                "/admin/welcome?link=abc"
            })
    void everythingElseLeadsToTheDesk(String wanted) {
        assertThat(ReturnAddress.of(wanted)).isEqualTo("/admin");
    }
}
