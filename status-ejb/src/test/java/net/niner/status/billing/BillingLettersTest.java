package net.niner.status.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.niner.status.billing.PlannedNotice.Concern;
import net.niner.status.notice.MailText;
import net.niner.status.notice.NoticeKind;
import org.junit.jupiter.api.Test;

/** What mails about billing say. */
class BillingLettersTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d");

    private final BillingLetters letters = new BillingLetters(
            new BillingSchedule(List.of(BillingPolicy.standard(ZoneOffset.UTC))),
            List.of(),
            Map.of(17L, "https://status.example/incidents/17"),
            "https://status.example/admin/billing",
            "https://status.example/admin/billing");

    @Test
    void aDelayIsToldInTheOrderInWhichItMatters() {
        MailText mail = letters.write(delayed(Locale.ENGLISH));
        assertThat(mail.subject())
                .isEqualTo("Your invoice of 15 June 2025 is late; example.org expires on 20 July 2025");
        assertThat(mail.text())
                .containsSubsequence(
                        "Hello Mwale <Farms>,",
                        "20 July 2025",
                        "28 days",
                        "example.org",
                        "10 August 2025",
                        "scheduled for 15 June 2025. The date printed on it is 30 June 2025.",
                        "It will really come on 4 July 2025",
                        "Why: A disk filled up.",
                        "https://status.example/incidents/17",
                        "Whatever you have paid is paid",
                        "To reach a person");
        assertThat(mail.html()).contains("Mwale &lt;Farms&gt;").doesNotContain("<Farms>");
    }

    @Test
    void aDelayIsOfTheRunThatWasToBillThemWhicheverTookOver() {
        PlannedNotice notice = delayed(Locale.ENGLISH);
        RunFacts june = notice.run();
        RunFacts july = RunFacts.planned(
                        LocalDate.of(2025, 7, 15), new Coverage(LocalDate.of(2025, 8, 16), LocalDate.of(2025, 9, 15)))
                .takingOver(june);
        List<RunFacts> runs = List.of(june.superseded(july.billDay()), july);
        BillingLetters both = new BillingLetters(letters.schedule(), runs, Map.of(), "", "");
        PlannedNotice later = notice(NoticeKind.INVOICE_DELAYED, "", notice.client(), july, null, notice.services());
        assertThat(both.write(later).subject()).startsWith("Your invoice of 15 June 2025 is late");
        assertThat(both.write(later).text())
                .contains("scheduled for 15 June 2025")
                .doesNotContain("15 July");
    }

    @Test
    void aDelayIsToldInFrench() {
        MailText mail = letters.write(delayed(Locale.CANADA_FRENCH));
        assertThat(mail.subject())
                .isEqualTo("Votre facture du 15 juin 2025 est en retard ; example.org expire le 20 juillet 2025");
        assertThat(mail.text()).containsSubsequence("28 jours", "30 juin 2025", "4 juillet 2025", "Pourquoi", "payé");
    }

    @Test
    void whoeverReadsALanguageWithoutWordsReadsEnglish() {
        assertThat(letters.write(delayed(Locale.GERMAN)).text()).contains("Hello", "20 July 2025");
    }

    @Test
    void anExpiryWhoseInvoiceIsLateSaysThatTheDelayIsOurs() {
        PlannedNotice late = delayed(Locale.ENGLISH);
        PlannedNotice expiry = notice(NoticeKind.EXPIRY, "30", late.client(), late.run(), null, late.services());
        assertThat(letters.write(expiry).text())
                .containsSubsequence(
                        "expire soon",
                        "28 days",
                        "that is our delay, not yours",
                        "4 July 2025",
                        "suspended 7 days later");
        PlannedNotice plain = notice(
                NoticeKind.EXPIRY,
                "30",
                late.client(),
                null,
                null,
                late.services().subList(0, 1));
        assertThat(letters.write(plain).subject()).isEqualTo("example.org expires on 20 July 2025");
        assertThat(letters.write(plain).text())
                .contains("scheduled for 15 June 2025")
                .doesNotContain("delay");
    }

    @Test
    void aReminderCountsFromTheDayOfIssue() {
        PlannedNotice late = delayed(Locale.ENGLISH);
        InvoiceFacts invoice = new InvoiceFacts(
                5,
                "2025-117",
                InvoiceState.ISSUED,
                LocalDate.of(2025, 6, 15),
                LocalDate.of(2025, 6, 30),
                LocalDate.of(2025, 7, 10),
                null,
                null);
        PlannedNotice reminder = notice(NoticeKind.PAYMENT_REMINDER, "", late.client(), null, invoice, late.services());
        assertThat(letters.write(reminder).text())
                .containsSubsequence(
                        "2025-117",
                        "example.org",
                        "10 July 2025. The date printed on it is 30 June 2025",
                        "9 August 2025");
    }

    @Test
    void bothLanguagesSayEverythingAndOfTheSame() throws IOException {
        Properties english = read("mail.properties");
        Properties french = read("mail_fr.properties");
        assertThat(french.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(french.getProperty(key)).as(key).isNotBlank().doesNotContain("'");
            assertThat(english.getProperty(key)).as(key).isNotBlank().doesNotContain("'");
            assertThat(places(french.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
        }
    }

    @Test
    void everyTextIsUsed() throws IOException {
        String code;
        try (Stream<Path> files = Files.list(Path.of("src/main/java/net/niner/status/billing"))) {
            code = files.map(BillingLettersTest::content).collect(Collectors.joining());
        }
        for (String key : read("mail.properties").stringPropertyNames()) {
            assertThat(code).as(key).contains(key.startsWith("kind.") ? "\"kind.\"" : '"' + key + '"');
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted()
                .toList();
    }

    private static Properties read(String name) throws IOException {
        Properties texts = new Properties();
        try (Reader reader =
                new InputStreamReader(BillingLetters.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private static PlannedNotice delayed(Locale language) {
        ClientFacts client = new ClientFacts(
                51,
                "Mwale <Farms>",
                Optional.of("mwale@client.example"),
                Optional.empty(),
                language,
                ZoneOffset.UTC,
                true,
                List.of(
                        new ServiceFacts(1, ServiceKind.DOMAIN, "example.org", LocalDate.of(2025, 7, 20)),
                        new ServiceFacts(2, ServiceKind.HOSTING, "web", LocalDate.of(2025, 8, 10))),
                List.of(),
                Map.of(),
                List.of());
        LocalDate billDay = LocalDate.of(2025, 6, 15);
        RunFacts run = new RunFacts(
                7L,
                billDay,
                new Coverage(LocalDate.of(2025, 7, 16), LocalDate.of(2025, 8, 15)),
                RunState.LATE,
                LocalDate.of(2025, 6, 30),
                LocalDate.of(2025, 7, 4),
                Instant.EPOCH,
                1,
                "A disk filled up.",
                17L,
                null,
                null,
                null,
                null);
        return notice(NoticeKind.INVOICE_DELAYED, "", client, run, null, client.services());
    }

    private static PlannedNotice notice(
            NoticeKind kind,
            String stage,
            ClientFacts client,
            RunFacts run,
            InvoiceFacts invoice,
            List<ServiceFacts> services) {
        return new PlannedNotice(
                kind,
                "run:7",
                stage,
                0,
                client,
                run,
                invoice,
                services.stream().map(service -> new Concern(client, service)).toList(),
                Instant.parse("2025-06-22T09:00:00Z"),
                Optional.empty());
    }
}
