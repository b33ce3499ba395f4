package net.niner.status.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class MainTest {
    private static final int JAVA_8 = 52;

    @Test
    void anOldJavaIsToldThatItIsTooOld() {
        assertThat(Main.complaint("1.8")).isEqualTo("The status site needs Java 17 or newer, and this is Java 1.8.");
        assertThat(Main.complaint("16")).isEqualTo("The status site needs Java 17 or newer, and this is Java 16.");
    }

    @Test
    void aJavaThatWillDoIsToldNothing() {
        assertThat(Main.complaint("17")).isNull();
        assertThat(Main.complaint("25")).isNull();
    }

    @Test
    void anOldJavaCanReadTheClassThatSaysSo() throws IOException {
        try (DataInputStream bytes = new DataInputStream(Main.class.getResourceAsStream("Main.class"))) {
            bytes.readInt();
            assertThat(bytes.readUnsignedShort()).as("minor version").isZero();
            assertThat(bytes.readUnsignedShort()).as("major version").isEqualTo(JAVA_8);
        }
    }
}
