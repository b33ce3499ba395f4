package net.niner.status.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTest {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final Instant NOW = Instant.parse("2025-07-07T07:12:58Z");

    @Test
    void theHeadersAreThoseOfTheNoticeAndNoOthers() throws Exception {
        MimeMessage mail = written(headers("Status", "paula@client.example"), "Your domain", "Hello.");

        assertThat(names(mail))
                .containsExactlyInAnyOrder(
                        "auto-submitted",
                        "content-type",
                        "date",
                        "from",
                        "list-unsubscribe",
                        "list-unsubscribe-post",
                        "message-id",
                        "mime-version",
                        "reply-to",
                        "subject",
                        "to");
        assertThat(mail.getMessageID()).isEqualTo("<notice.1@status.example>");
        assertThat(mail.getSentDate()).isEqualTo(NOW);
        assertThat(mail.getHeader("List-Unsubscribe", null)).isEqualTo("<https://status.example/unsubscribe/abc>");
        assertThat(mail.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\nBcc: all@example.com",
                "\nBcc: all@example.com",
                "\rBcc: x@example.com",
                "\r\n\r\nbody",
                "\0",
                "\u2028Bcc: x"
            })
    void whatIsInASubjectOrANameStaysThere(String attack) throws Exception {
        MimeMessage mail =
                written(headers("Status" + attack, "paula@client.example"), "Your domain" + attack, "Hello.");

        assertThat(names(mail)).doesNotContain("bcc").hasSize(11);
        assertThat(mail.getSubject()).startsWith("Your domain").doesNotContain("\r", "\n", "\0");
        assertThat(mail.getContent().toString()).doesNotStartWith("body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "paula@client.example\r\nRCPT TO:<all@example.com>",
                "paula@client.example>\nDATA",
                "<paula@client.example> ORCPT=x",
                "paula@client.example,all@example.com",
                "\"a b\"@client.example",
                "paula@client.example\0",
                "paula",
                "@client.example",
                ""
            })
    void whatIsNoAddressIsNoRecipient(String address) {
        assertThatThrownBy(() -> mail(headers("Status", address), "Hello", "Hello.", () -> true))
                .isInstanceOf(MessagingException.class);
    }

    @Test
    void whatOtherLanguagesWriteArrivesAsItIs() throws Exception {
        String words = "Votre nom de domaine expire dans 7 jours — l’été est là.\n.\nFin";
        MimeMessage mail = written(
                headers("Société Générale d’Hébergement", "paula@client.example"), "Échéance du 10 août ✓", words);

        assertThat(mail.getSubject()).isEqualTo("Échéance du 10 août ✓");
        assertThat(mail.getFrom()[0].toString()).contains("status@status.example");
        jakarta.mail.Multipart parts = (jakarta.mail.Multipart) mail.getContent();
        assertThat(parts.getBodyPart(0).getContent().toString().replace("\r", ""))
                .isEqualTo(words);
        assertThat(parts.getBodyPart(1).getContentType()).contains("text/html");
    }

    @Test
    void nothingIsWrittenUnlessItMayBe() throws Exception {
        Mail mail = mail(headers("Status", "paula@client.example"), "Hello", "Hello.", () -> false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> mail.writeTo(out, null)).isInstanceOf(IOException.class);

        assertThat(out.size()).isZero();
        assertThat(mail.refused()).isTrue();
        assertThat(mail.begun()).isFalse();
    }

    private static Mail.Headers headers(String fromName, String to) {
        return new Mail.Headers(
                "status@status.example",
                fromName,
                "help@status.example",
                to,
                "bounce@status.example",
                "<notice.1@status.example>",
                "https://status.example/unsubscribe/abc",
                NOW);
    }

    private static Mail mail(Mail.Headers headers, String subject, String text, Mail.HandOver handOver)
            throws MessagingException {
        return new Mail(SESSION, headers, new MailText(subject, text, "<p>Hello.</p>"), handOver);
    }

    private static MimeMessage written(Mail.Headers headers, String subject, String text) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        mail(headers, subject, text, () -> true).writeTo(out, null);
        assertThat(new String(out.toByteArray(), StandardCharsets.UTF_8).lines())
                .allMatch(line -> line.length() < 998);
        return new MimeMessage(SESSION, new ByteArrayInputStream(out.toByteArray()));
    }

    private static Set<String> names(MimeMessage mail) throws MessagingException {
        Set<String> names = new TreeSet<>();
        List<jakarta.mail.Header> headers = Collections.list(mail.getAllHeaders());
        headers.forEach(header -> assertThat(names.add(header.getName().toLowerCase()))
                .as(header.getName())
                .isTrue());
        return names;
    }
}
