package net.niner.status.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Clock;
import net.niner.status.setting.ChosenSettings;

/** Makes of a notice the message that goes out. */
@ApplicationScoped
public class MailDesk {

    @Inject
    private MailFrames frames;

    @Inject
    private BounceAddresses bounces;

    @Inject
    private ChosenSettings settings;

    @Inject
    private Clock clock;

    /** @param to the address that it really goes to */
    Mail mail(Outgoing notice, String to, MailSetup setup, Session session, Mail.HandOver handOver)
            throws MessagingException {
        NoticeKind kind = notice.key().kind();
        String recipient = notice.key().recipient();
        boolean leaves = kind.audience() == Audience.SUBSCRIBER && kind != NoticeKind.CONFIRM_SUBSCRIPTION;
        String reports = setup.bounceAddress().isEmpty() ? setup.fromAddress() : setup.bounceAddress();
        return new Mail(
                session,
                new Mail.Headers(
                        setup.fromAddress(),
                        setup.fromName().isEmpty() ? settings.current().siteName() : setup.fromName(),
                        setup.replyTo(),
                        to,
                        setup.verp() ? bounces.of(notice.id(), reports) : reports,
                        notice.messageId(),
                        leaves ? frames.unsubscribe(recipient) : null,
                        clock.instant()),
                frames.around(notice.text(), kind, recipient, notice.language()),
                handOver);
    }
}
