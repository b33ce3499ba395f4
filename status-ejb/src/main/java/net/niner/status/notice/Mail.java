package net.niner.status.notice;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/**
 * A notice as a message that is told when its content is about to leave: the relay has accepted sender and recipient by then, and waits for the
 * content. What is in its headers is either made by the site, or an address that was read strictly, or encoded as a whole.
 */
class Mail extends SMTPMessage {

    /** Asked before the first byte of the content is written; false if it must not be. */
    @FunctionalInterface
    interface HandOver {
        boolean mayBegin();
    }

    /**
     * What goes into the headers.
     *
     * @param fromName may hold anything
     * @param replyTo empty for none
     * @param envelopeFrom where reports go
     * @param unsubscribe the address of one click, null for none
     */
    record Headers(
            String fromAddress,
            String fromName,
            String replyTo,
            String to,
            String envelopeFrom,
            String messageId,
            String unsubscribe,
            Instant date) {}

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String messageId;
    private final HandOver handOver;
    private boolean begun;
    private boolean whole;
    private boolean refused;

    Mail(Session session, Headers headers, MailText text, HandOver handOver) throws MessagingException {
        super(session);
        this.messageId = headers.messageId();
        this.handOver = handOver;
        setFrom(named(headers.fromAddress(), headers.fromName()));
        setRecipient(RecipientType.TO, address(headers.to()));
        setEnvelopeFrom(address(headers.envelopeFrom()).getAddress());
        if (!headers.replyTo().isEmpty()) {
            setReplyTo(new InternetAddress[] {address(headers.replyTo())});
        }
        setSubject(text.subject(), UTF_8);
        setSentDate(Date.from(headers.date()));
        setHeader("Auto-Submitted", "auto-generated");
        if (headers.unsubscribe() != null) {
            setHeader("List-Unsubscribe", "<" + headers.unsubscribe() + ">");
            setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text.text(), UTF_8, "plain");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(text.html(), UTF_8, "html");
        setContent(new MimeMultipart("alternative", plain, html));
        saveChanges();
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
        if (!handOver.mayBegin()) {
            refused = true;
            throw new IOException("the notice is another's by now");
        }
        begun = true;
        super.writeTo(out, ignored);
        whole = true;
    }

    /** Whether a byte of it may have left. */
    boolean begun() {
        return begun;
    }

    /** Whether all of it may have left; what is not whole cannot have been taken. */
    boolean whole() {
        return whole;
    }

    /** Whether it must not be handed over: it is not this site's to send any more. */
    boolean refused() {
        return refused;
    }

    private static InternetAddress address(String address) throws MessagingException {
        InternetAddress read = new InternetAddress();
        read.setAddress(MailAddress.of(address)
                .orElseThrow(() -> new MessagingException("not an address that mail can be sent to"))
                .text());
        return read;
    }

    private static InternetAddress named(String address, String name) throws MessagingException {
        InternetAddress read = address(address);
        try {
            read.setPersonal(name.replaceAll("\\p{Cntrl}+", " "), UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("this Java has no UTF-8", e);
        }
        return read;
    }
}
