package net.niner.status.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void aHashSaysHowItWasMadeAndMatchesItsPasswordOnly() {
        String hash = passwords.hash("orchids need light");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("orchids need light", hash)).isTrue();
        assertThat(passwords.matches("orchids need Light", hash)).isFalse();
        assertThat(passwords.matches(null, hash)).isFalse();
        assertThat(passwords.matches("orchids need light", null)).isFalse();
        assertThat(passwords.hash("orchids need light")).isNotEqualTo(hash);
        assertThat(passwords.isOutdated(hash)).isFalse();
    }

    @Test
    void aHashWithOtherParametersMatchesAndIsOutdated() {
        String weak = Argon2Function.getInstance(4096, 1, 1, 32, Argon2.ID)
                .hash("orchids need light".getBytes(StandardCharsets.UTF_8), new byte[16])
                .getResult();
        assertThat(passwords.matches("orchids need light", weak)).isTrue();
        assertThat(passwords.isOutdated(weak)).isTrue();
    }

    @Test
    void anAccentIsTheSameHoweverItWasTyped() {
        assertThat(passwords.matches("cafe\u0301 au lait froid", passwords.hash("caf\u00e9 au lait froid")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        ", PASSWORD_SHORT",
        "eleven char, PASSWORD_SHORT",
        "password1234, PASSWORD_COMMON",
        "123456789012, PASSWORD_COMMON",
        "qwertyuiop12, PASSWORD_COMMON",
        "aaaaaaaaaaaaaaaa, PASSWORD_COMMON",
        "ann@example.org, PASSWORD_CONTAINS_EMAIL",
        "I am ANN of the orchids, PASSWORD_CONTAINS_EMAIL"
    })
    void whatIsEasilyGuessedIsRefused(String password, AccountRefusal why) {
        assertRefused(password, why);
    }

    @Test
    void whatIsTooLongIsRefusedBeforeAnythingIsDoneWithIt() {
        assertRefused("x y".repeat(67), AccountRefusal.PASSWORD_LONG);
        assertThat(passwords.matches("x".repeat(1_000_000), passwords.hash("x")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"orchids need light", "twelve chars", "глубокое синее море", "🌱🌿🍀🌷🌹🌻🌼🌸🏵💐🌺🥀"})
    void whatIsLongAndOnesOwnWillDo(String password) {
        assertThatCode(() -> passwords.check(password, "ann@example.org")).doesNotThrowAnyException();
    }

    private void assertRefused(String password, AccountRefusal why) {
        assertThatThrownBy(() -> passwords.check(password, "ann@example.org"))
                .isInstanceOfSatisfying(AccountRefused.class, refused -> assertThat(refused.why())
                        .isEqualTo(why));
    }
}
