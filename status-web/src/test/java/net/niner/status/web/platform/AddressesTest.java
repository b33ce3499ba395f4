package net.niner.status.web.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    private final Assets assets = new Assets();

    @Test
    void anAssetsAddressChangesWithItsContent() {
        String hash = assets.find("site.css").orElseThrow().hash();

        assertThat(assets.address("site.css")).isEqualTo("/assets/" + hash + "/site.css");
    }

    @Test
    void aCountryWithoutAFlagGetsAnEmptyOne() {
        assertThat(assets.flag("NL")).endsWith("/flags/nl.svg");
        assertThat(assets.flag("QQ")).endsWith("/flags/xx.svg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../messages.properties",
                "flags/../site.css",
                "flags/nl.svg/",
                "messages.properties",
                "",
                "/site.css"
            })
    void nothingElseIsServed(String name) {
        assertThat(assets.find(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/, true", "/nothing, true", "//, false", "/;x=1, false", "/a//b, false"})
    void aPageHasOneSpelling(String path, boolean canonical) {
        assertThat(ReadOnlyPages.isCanonical(path)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({"/admin, true", "/admin/servers, true", "/admin/, true", "/administration, false", "/, false"})
    void theOfficeIsBelowOneAddress(String path, boolean office) {
        assertThat(ReadOnlyPages.isOffice(path)).isEqualTo(office);
    }

    @ParameterizedTest
    @CsvSource({
        "403, 403",
        "404, 404",
        "405, 405",
        "413, 413",
        "410, 410",
        "418, 400",
        "503, 500",
        "500, 500",
        "400, 400"
    })
    void aStatusWithoutWordsOfItsOwnTakesThoseOfItsClass(int status, int explained) {
        assertThat(ErrorPage.explained(status)).isEqualTo(explained);
    }
}
