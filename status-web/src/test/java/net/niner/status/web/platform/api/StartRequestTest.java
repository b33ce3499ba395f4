package net.niner.status.web.platform.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.Response.Status;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartRequestTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "{}", "{\"parameters\": {}}"})
    void aJobCanBeStartedWithoutParameters(String body) {
        assertThat(StartRequest.of(body).parameters()).isEmpty();
    }

    @Test
    void parametersAreNamesAndWords() {
        assertThat(StartRequest.of("{\"parameters\": {\"checks\": \"all\", \"seconds\": \"5\"}}")
                        .parameters())
                .isEqualTo(Map.of("checks", "all", "seconds", "5"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                          | the body is not JSON",
                "[]                         | the body must be an object",
                "{\"paramters\": {}}        | the body has no field paramters; it has parameters",
                "{\"parameters\": null}     | parameters must be an object",
                "{\"parameters\": {\"a\": 1}} | parameter a must be a string",
            })
    void whatCannotBeMeantIsRefused(String body, String message) {
        assertThatThrownBy(() -> StartRequest.of(body))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(Status.BAD_REQUEST))
                .hasMessage(message);
    }
}
