package net.niner.status.notice;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.niner.status.account.Allowed;
import net.niner.status.account.Permission;

/** Notices as the mails that they become, or became: with what stands around the words, and the headers. */
@Stateless
public class NoticeMails {

    /**
     * A mail.
     *
     * @param text whole, in plain text and HTML
     * @param headers as a person reads them; none where it cannot be made into a mail, since there is no address to send from or to
     */
    public record NoticeMail(MailText text, List<HeadLine> headers) {}

    /** A header. */
    public record HeadLine(String name, String value) {}

    private static final Logger LOG = Logger.getLogger(NoticeMails.class.getName());

    /** Of these another one is made each time. */
    private static final Set<String> PASSING = Set.of("Date", "MIME-Version", "Content-Type");

    @EJB
    private Outbox outbox;

    @EJB
    private MailSetups setups;

    @Inject
    private MailDesk desk;

    @Inject
    private MailFrames frames;

    /** Empty where there is no such notice, or its words are forgotten. */
    @Allowed(Permission.BILLING)
    public Optional<NoticeMail> mail(long id) {
        return outbox.notice(id)
                .filter(notice -> notice.text() != null && notice.row().address() != null)
                .map(notice -> new NoticeMail(
                        frames.around(
                                notice.text(),
                                notice.row().kind(),
                                notice.row().recipient(),
                                Locale.forLanguageTag(notice.language())),
                        headers(notice)));
    }

    private List<HeadLine> headers(NoticeView notice) {
        NoticeRow row = notice.row();
        String to = notice.sentTo() == null ? row.address() : notice.sentTo();
        Outgoing outgoing = new Outgoing(
                row.id(),
                "",
                notice.key(),
                row.kind().audience(),
                to,
                Locale.forLanguageTag(notice.language()),
                ZoneOffset.UTC,
                notice.text(),
                row.attempts(),
                notice.messageId());
        try {
            Mail mail =
                    desk.mail(outgoing, to, setups.read().setup(), Session.getInstance(new Properties()), () -> false);
            List<HeadLine> lines = new ArrayList<>();
            lines.add(new HeadLine("Return-Path", mail.getEnvelopeFrom()));
            for (Header header : Collections.list(mail.getAllHeaders())) {
                if (!PASSING.contains(header.getName())) {
                    lines.add(new HeadLine(
                            header.getName(), MimeUtility.decodeText(MimeUtility.unfold(header.getValue()))));
                }
            }
            return lines;
        } catch (MessagingException | UnsupportedEncodingException e) {
            LOG.log(Level.FINE, "this notice cannot be made into a mail", e);
            return List.of();
        }
    }
}
