package net.niner.status.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    /** The secret of RFC 6238, appendix B. */
    private static final String SECRET = Base32.encode("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /** Its values have eight digits, of which six are the last. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void theCodesAreThoseOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @Test
    void aCodeOfTheStepBeforeOrAfterWillDoAndNoOther() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = now.getEpochSecond() / 30;
        for (int drift = -2; drift <= 2; drift++) {
            String code = Totp.code(SECRET, now.plusSeconds(30L * drift));
            if (Math.abs(drift) < 2) {
                assertThat(Totp.step(SECRET, code, now, 0)).hasValue(step + drift);
            } else {
                assertThat(Totp.step(SECRET, code, now, 0)).isEmpty();
            }
        }
    }

    @Test
    void aStepThatWasUsedWorksNoSecondTimeNorDoesOneBeforeIt() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = now.getEpochSecond() / 30;
        assertThat(Totp.step(SECRET, Totp.code(SECRET, now), now, step)).isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, now.minusSeconds(30)), now, step))
                .isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, now), now, step - 1)).hasValue(step);
    }

    @Test
    void aDraftIsForKeyboardAndCamera() {
        TotpDraft draft = Totp.draft("ann+status@example.org");
        assertThat(draft.uri())
                .isEqualTo("otpauth://totp/Status:ann%2Bstatus%40example.org?secret=" + draft.secretBase32()
                        + "&issuer=Status&algorithm=SHA1&digits=6&period=30");
        assertThat(Totp.isSecret(draft.secretBase32())).isTrue();
        assertThat(Totp.isSecret(draft.secretBase32().substring(8))).isFalse();
        assertThat(Totp.isSecret("not a secret!")).isFalse();
    }

    /** RFC 4648, section 10. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void base32IsThatOfTheStandard(String plain, String encoded) {
        assertThat(Base32.encode(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
        assertThat(Base32.decode(encoded)).asString().isEqualTo(plain);
        assertThat(Base32.decode(encoded.toLowerCase() + " ==")).asString().isEqualTo(plain);
    }

    @Test
    void base32HasNoOtherLetters() {
        assertThatThrownBy(() -> Base32.decode("MZ1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void recoveryCodesAreTenThatDiffer() {
        assertThat(RecoveryCodes.draw())
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([a-z2-7]{4}-){3}[a-z2-7]{4}"));
        assertThat(RecoveryCodes.normalised(" ABCD-efgh ijkl-2345 ")).isEqualTo("abcdefghijkl2345");
    }
}
