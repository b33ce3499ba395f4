package net.niner.status.web.probe;

import static org.assertj.core.api.Assertions.assertThatCode;

import net.niner.status.probe.Kind;
import net.niner.status.probe.Settings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExamplesTest {

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyExampleIsValid(Kind kind) {
        assertThatCode(() -> Settings.read(kind, Examples.of(kind))).doesNotThrowAnyException();
    }
}
