package net.niner.status.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules by which mail waits, and is known again. */
class DeliveryRulesTest {

    private static final Instant NOW = Instant.parse("2025-07-07T07:12:58Z");

    private static final SecretKeySpec SECRET = new SecretKeySpec(new byte[] {1}, "HmacSHA256");

    @Test
    void theWaitDoublesUpToAnHour() {
        assertThat(IntStream.of(1, 2, 3, 6, 7, 8, 1000).mapToObj(Backoff::after).map(Duration::toMinutes))
                .containsExactly(1L, 2L, 4L, 32L, 60L, 60L, 60L);
    }

    @Test
    void aMessageIdFollowsFromTheKeyAndTheSite() {
        NoticeKey key = new NoticeKey(NoticeKind.EXPIRY, "service:7", "client:51", "30", 0);

        assertThat(MessageIds.of(SECRET, key, "status.example"))
                .isEqualTo(MessageIds.of(
                        SECRET, new NoticeKey(NoticeKind.EXPIRY, "service:7", "client:51", "30", 0), "status.example"))
                .matches("<notice\\.[0-9a-f]{40}@status\\.example>")
                .isNotEqualTo(MessageIds.of(
                        SECRET, new NoticeKey(NoticeKind.EXPIRY, "service:7", "client:51", "30", 1), "status.example"))
                .isNotEqualTo(MessageIds.of(SECRET, key, "other.example"))
                .as("who guesses the key guesses nothing")
                .isNotEqualTo(MessageIds.of(new SecretKeySpec(new byte[] {2}, "HmacSHA256"), key, "status.example"));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-07-07T06:59:59Z, Europe/Paris, 2025-07-07T07:00:00Z",
        "2025-07-07T07:00:00Z, Europe/Paris, 2025-07-07T07:00:00Z",
        "2025-07-07T14:59:59Z, Europe/Paris, 2025-07-07T14:59:59Z",
        "2025-07-07T15:00:00Z, Europe/Paris, 2025-07-08T07:00:00Z",
        "2025-03-29T17:00:00Z, Europe/Paris, 2025-03-30T07:00:00Z",
        "2025-10-25T16:00:00Z, Europe/Paris, 2025-10-26T08:00:00Z",
        "2025-07-07T23:00:00Z, Pacific/Auckland, 2025-07-07T23:00:00Z",
        "2025-07-07T15:00:00Z, America/Los_Angeles, 2025-07-07T16:00:00Z"
    })
    void clientsGetMailWithinOfficeHoursWhereTheyLive(Instant moment, ZoneId zone, Instant next) {
        assertThat(SendHours.USUAL.next(moment, zone)).isEqualTo(next);
    }

    @Test
    void soManyAMinuteAndATenthOfThatAtOnce() {
        TokenBucket bucket = new TokenBucket(60, NOW);

        assertThat(IntStream.range(0, 10).filter(i -> bucket.take(NOW)).count()).isEqualTo(6);
        assertThat(bucket.turnOf(1, NOW)).isEqualTo(NOW.plusSeconds(1));
        assertThat(bucket.turnOf(3, NOW)).isEqualTo(NOW.plusSeconds(3));
        assertThat(bucket.available(NOW.plusSeconds(2))).isEqualTo(2);
        assertThat(bucket.available(NOW.plusSeconds(3600))).isEqualTo(6);
    }

    @Test
    void aDomainThatMustWaitCostsTheOthersNothing() {
        Throttle throttle = new Throttle();
        throttle.follow(setup(100, 10), NOW);

        assertThat(throttle.take("slow.example", 10, NOW)).isEqualTo(NOW);
        assertThat(throttle.take("slow.example", 10, NOW)).isEqualTo(NOW.plusSeconds(6));
        assertThat(throttle.take("slow.example", 10, NOW)).isEqualTo(NOW.plusSeconds(12));
        assertThat(throttle.available(NOW)).isEqualTo(9);
        assertThat(throttle.take("quick.example", 10, NOW)).isEqualTo(NOW);
    }

    @Test
    void anotherPlaceOrMachineIsAnotherInstallation() {
        String here = Installation.identity("id", "/data", "machine", "https://status.example", "7");

        assertThat(here)
                .isEqualTo(Installation.identity("id", "/data", "machine", "https://status.example", "7"))
                .isNotEqualTo(Installation.identity("id", "/copy", "machine", "https://status.example", "7"))
                .isNotEqualTo(Installation.identity("id", "/data", "other", "https://status.example", "7"))
                .isNotEqualTo(Installation.identity("other", "/data", "machine", "https://status.example", "7"))
                .isNotEqualTo(Installation.identity("id", "/data", "machine", "https://test.example", "7"))
                .isNotEqualTo(Installation.identity("id", "/data", "machine", "https://status.example", "8"));
    }

    @Test
    void whatRelaysQuoteIsKeptWithoutAddresses() {
        assertThat(Outcome.refused("550 5.1.1 <paula@client.example>: no such\r\n user")
                        .words())
                .isEqualTo("550 5.1.1 (address): no such user");
    }

    @Test
    void theFrameSpeaksBothLanguages() {
        ResourceBundle english = bundle("en");
        ResourceBundle french = bundle("fr");

        assertThat(french.keySet()).isEqualTo(english.keySet());
        french.keySet().forEach(key -> {
            assertThat(french.getString(key))
                    .isNotBlank()
                    .isNotEqualTo(english.getString(key))
                    .doesNotContain("'");
            assertThat(french.getString(key).contains("{0}"))
                    .isEqualTo(english.getString(key).contains("{0}"));
        });
    }

    @Test
    void aConfiguredRelayThatCannotBeUsedIsNoRelay() {
        assertThat(ConfiguredMail.read(name -> java.util.Optional.ofNullable(
                                java.util.Map.of("status.mail.host", "relay.example", "status.mail.from", "a@b.example")
                                        .get(name)))
                        .setup()
                        .sends())
                .isTrue();
        assertThat(ConfiguredMail.read(name -> java.util.Optional.ofNullable(java.util.Map.of(
                                        "status.mail.host", "relay.example\r\nx", "status.mail.from", "a@b.example")
                                .get(name)))
                        .setup()
                        .sends())
                .isFalse();
        assertThat(MailSetupRules.problems(setup(1, 1), "secret\n", null)).hasSize(1);
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                "net.niner.status.notice.mail",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static MailSetup setup(int perMinute, int domainPerMinute) {
        return new MailSetup(
                "relay.example",
                25,
                MailSecurity.NONE,
                "",
                "status@status.example",
                "",
                "",
                List.of(),
                "",
                false,
                "",
                993,
                MailSecurity.TLS,
                "",
                perMinute,
                domainPerMinute);
    }
}
