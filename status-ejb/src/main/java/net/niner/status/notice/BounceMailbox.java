package net.niner.status.notice;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.search.HeaderTerm;
import jakarta.mail.search.SearchTerm;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.angus.mail.imap.IMAPStore;

/** The mailbox that reports about mail come to. What was taken from it is marked as seen, after it was recorded; all else stays unread. */
final class BounceMailbox {

    private static final Logger LOG = Logger.getLogger(BounceMailbox.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_AT_ONCE = 500;
    private static final SearchTerm REPORTS = new AndTerm(
            new FlagTerm(new Flags(Flags.Flag.SEEN), false), new HeaderTerm("Content-Type", "multipart/report"));

    private final MailAccess access;

    BounceMailbox(MailAccess access) {
        this.access = access;
    }

    /**
     * @param recorded records a report, and says whether it is about a mail of this site; may be told of the same twice
     * @return how many were
     * @throws MessagingException if the mailbox cannot be read
     */
    int read(Predicate<BounceReport> recorded, BooleanSupplier stopping) throws MessagingException {
        MailSetup setup = access.setup();
        Session session = Session.getInstance(properties(setup));
        int count = 0;
        try (IMAPStore store =
                new IMAPStore(session, new URLName("imap", setup.bounceHost(), setup.bouncePort(), null, null, null))) {
            store.connect(setup.bounceHost(), setup.bouncePort(), setup.bounceUser(), access.bouncePassword());
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_WRITE);
                Message[] unread = inbox.search(REPORTS);
                Message[] some = Arrays.copyOfRange(unread, Math.max(0, unread.length - MOST_AT_ONCE), unread.length);
                // what is not ours stays unread: the newest first, so that it is in nobody's way
                Collections.reverse(Arrays.asList(some));
                FetchProfile kinds = new FetchProfile();
                kinds.add(FetchProfile.Item.CONTENT_INFO);
                inbox.fetch(some, kinds);
                for (Message message : some) {
                    if (!stopping.getAsBoolean() && isRecorded(message, recorded)) {
                        message.setFlag(Flags.Flag.SEEN, true);
                        count++;
                    }
                }
            }
        }
        return count;
    }

    private static boolean isRecorded(Message message, Predicate<BounceReport> recorded) {
        try {
            Optional<BounceReport> report = BounceReport.of((MimeMessage) message);
            return report.isPresent() && recorded.test(report.get());
        } catch (MessagingException | IOException e) {
            LOG.log(Level.FINE, "a mail in the mailbox of reports cannot be read", e);
            return false;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a report about mail cannot be recorded", e);
            return false;
        }
    }

    private static Properties properties(MailSetup setup) {
        Properties properties = new Properties();
        properties.setProperty("mail.imap.ssl.enable", Boolean.toString(setup.bounceSecurity() == MailSecurity.TLS));
        properties.setProperty("mail.imap.ssl.checkserveridentity", "true");
        String startTls = Boolean.toString(setup.bounceSecurity() == MailSecurity.STARTTLS);
        properties.setProperty("mail.imap.starttls.enable", startTls);
        properties.setProperty("mail.imap.starttls.required", startTls);
        for (String timeout : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty("mail.imap." + timeout, Long.toString(PATIENCE.toMillis()));
        }
        // looking at a mail does not mark it as seen
        properties.setProperty("mail.imap.peek", "true");
        return properties;
    }
}
