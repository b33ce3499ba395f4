package net.niner.status.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import net.niner.status.server.Role;
import net.niner.status.server.Visibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of subscriptions, reminders and alerts, without a database. */
class SubscriptionRulesTest {

    private static final Instant NOW = Instant.parse("2025-07-07T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "paula@client.example, paula@client.example",
        "' Paula.O''Neil+status@CLIENT.Example ', Paula.O'Neil+status@client.example",
        "a@b.co, a@b.co",
        "jürg@example.com, ",
        "info@bücher.example, info@xn--bcher-kva.example",
    })
    void addressesAreReadStrictly(String typed, String address) {
        assertThat(MailAddress.of(typed).map(MailAddress::text)).isEqualTo(Optional.ofNullable(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "paula",
                "@example.com",
                "paula@",
                "paula@localhost",
                "paula@example..com",
                ".paula@example.com",
                "paula.@example.com",
                "pa ula@example.com",
                "paula@exa mple.com",
                "paula@-example.com",
                "paula@192.0.2.7",
                "paula@[192.0.2.7]",
                "\"paula\"@example.com",
                "paula@example.com,eve@example.com",
                "paula@example.com\r\nBcc: eve@example.com",
                "paula@example.com>",
                "a@b@example.com",
            })
    void whatCouldBecomeAnythingElseIsNoAddress(String typed) {
        assertThat(MailAddress.of(typed)).isEmpty();
    }

    @Test
    void anAddressHas254CharactersAtMost() {
        String domain = ".example".repeat(30).substring(1) + ".org";
        String longest = "a".repeat(254 - 1 - domain.length()) + "@" + domain;
        assertThat(longest).hasSize(254);
        assertThat(MailAddress.of(longest)).isPresent();
        assertThat(MailAddress.of("a" + longest)).isEmpty();
        assertThat(MailAddress.of("a".repeat(65) + "@example.com")).isEmpty();
    }

    @Test
    void oneMailboxIsOneHoweverItIsWritten() {
        assertThat(MailAddress.of("Paula@Example.com").orElseThrow().key()).isEqualTo("paula@example.com");
    }

    @Test
    void aSourceMayAskTenTimesAnHourAndTheNextDoorIsAnother() {
        AskingSources sources = new AskingSources(Clock.fixed(NOW, ZoneOffset.UTC));
        for (int i = 0; i < AskingSources.AN_HOUR; i++) {
            sources.ask("2001:db8:1:2::" + i);
        }
        assertThatThrownBy(() -> sources.ask("2001:db8:1:2::ffff")).isInstanceOf(TooManySubscriptions.class);
        sources.ask("2001:db8:1:3::1");
        sources.ask("192.0.2.7");
    }

    @Test
    void theMoreMailsAreAskedForTheLessOftenOneIsSent() {
        Subscriber subscriber =
                new Subscriber(MailAddress.of("a@client.example").orElseThrow(), NOW);
        Instant at = NOW;
        assertThat(subscriber.mayBeMailed(at)).isTrue();
        for (int hours : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 168, 168, 168}) {
            Duration wait = Duration.ofHours(hours);
            assertThat(subscriber.mayBeMailed(at.plus(wait).minusSeconds(1))).isFalse();
            at = at.plus(wait);
            assertThat(subscriber.mayBeMailed(at)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "relay.example, status, STARTTLS, false",
        "RELAY.example, status, TLS,      false",
        "'',            status, STARTTLS, false",
        "evil.example,  status, STARTTLS, true",
        "relay.example, other,  STARTTLS, true",
        "relay.example, status, NONE,     true",
    })
    void aStoredPasswordGoesNowhereElse(String host, String user, MailSecurity security, boolean again) {
        MailAccess before = new MailAccess(
                setup("relay.example", "status", MailSecurity.STARTTLS, "bounce@a.example"), 1, "relay", "bounce");
        MailSetup after = setup(host, user, security, "bounce@a.example");
        assertThat(StoredPasswords.problems(before, after, null, null)).hasSize(again ? 2 : 0);
        assertThat(StoredPasswords.problems(before, after, "typed", "typed")).isEmpty();
        assertThat(StoredPasswords.problems(new MailAccess(before.setup(), 1, "", ""), after, null, null))
                .isEmpty();
    }

    @Test
    void addressesOfEnvelopesHaveRoomForTheirMark() {
        assertThat(faults("b".repeat(34) + "@a.example")).isEmpty();
        assertThat(faults("b".repeat(35) + "@a.example")).containsExactly(InvalidMailSetup.Fault.TOO_LONG);
    }

    private static List<InvalidMailSetup.Fault> faults(String bounceAddress) {
        return MailSetupRules.problems(setup("", "", MailSecurity.TLS, bounceAddress), null, null).stream()
                .map(InvalidMailSetup.Problem::fault)
                .toList();
    }

    private static MailSetup setup(String host, String user, MailSecurity security, String bounceAddress) {
        return new MailSetup(
                host,
                25,
                security,
                user,
                "status@a.example",
                "",
                "",
                List.of(),
                bounceAddress,
                true,
                host,
                143,
                security,
                user,
                0,
                0);
    }

    @ParameterizedTest
    @CsvSource({
        "PT25H, ,     PT1H",
        "PT24H, DAY,  PT23H",
        "PT3H,  DAY,  PT2H",
        "PT2H,  ,     PT1H",
        "PT1H,  HOUR, ",
        "PT1S,  HOUR, ",
        "PT0S,  ,     ",
    })
    void remindersAreDueADayAndAnHourBefore(Duration before, ReminderStage due, Duration nextIn) {
        Instant begins = NOW.plus(before);
        assertThat(ReminderStage.due(begins, NOW)).isEqualTo(Optional.ofNullable(due));
        assertThat(ReminderStage.next(begins, NOW))
                .isEqualTo(Optional.ofNullable(nextIn).map(NOW::plus));
    }

    @ParameterizedTest
    @CsvSource({"PT0S, PT15M", "PT15M, PT1H", "PT59M, PT1H", "PT1H, PT4H", "PT4H, PT8H", "PT9H, PT12H"})
    void anAlertIsRepeatedAfterAQuarterAnHourAndThenEveryFourHours(Duration since, Duration next) {
        assertThat(AlertReminders.next(AlertKind.OUTAGE, NOW, NOW.plus(since))).isEqualTo(NOW.plus(next));
        assertThat(AlertReminders.next(AlertKind.FINDING, NOW, NOW.plus(since)))
                .isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "22:00, 07:00, 2025-07-07T19:59:00Z, ",
        "22:00, 07:00, 2025-07-07T20:00:00Z, 2025-07-08T05:00:00Z",
        "22:00, 07:00, 2025-07-08T04:59:00Z, 2025-07-08T05:00:00Z",
        "22:00, 07:00, 2025-07-08T05:00:00Z, ",
        "13:00, 15:00, 2025-07-07T12:00:00Z, 2025-07-07T13:00:00Z",
        "00:00, 00:00, 2025-07-07T22:00:00Z, ",
    })
    void quietHoursEndInTheMorningThere(LocalTime from, LocalTime until, Instant now, Instant end) {
        assertThat(new AlertHours(from, until, ZoneId.of("Africa/Lusaka"), 0).end(now))
                .isEqualTo(Optional.ofNullable(end));
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL_SERVER,          PUBLIC,   true,  CRITICAL",
        "SECONDARY_NAMESERVER, PUBLIC,   true,  MAJOR",
        "MAIL_SERVER,          PUBLIC,   false, MINOR",
        "MAIL_SERVER,          INTERNAL, true,  MINOR",
    })
    void severityFollowsFromWhatClientsFeel(Role role, Visibility visibility, boolean counts, AlertSeverity severity) {
        assertThat(AlertSeverity.of(role, visibility, counts)).isEqualTo(severity);
    }

    @Test
    void aPostReadsWellWithoutMarkup() {
        assertThat(PlainText.of(
                        "<h2>Mail</h2><p>It is <em>slow</em>,<br>since <a href=\"https://a.example/\">noon</a>.</p>"
                                + "<ul><li>one</li><li>two</li></ul>"))
                .isEqualTo("Mail\n\nIt is slow,\nsince noon (https://a.example/).\n\n- one\n- two");
    }
}
