package net.niner.status.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenFilterTest {

    @Test
    void theTokenComesAfterTheSchemeInAnyCase() {
        assertThat(TokenFilter.presented("Bearer a-B_9=")).contains("a-B_9=");
        assertThat(TokenFilter.presented("bearer a")).contains("a");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic YTpi", "Bearera", "Bearer a b", "Bearer a, Bearer b"})
    void anythingElseIsNoToken(String header) {
        assertThat(TokenFilter.presented(header)).isEmpty();
    }
}
