package net.niner.status.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** A connection to the relay that is kept from one message to the next. For one thread. */
final class RelayConnection implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(RelayConnection.class.getName());

    private static final Duration TO_CONNECT = Duration.ofSeconds(20);

    /** A relay that looks into mail takes its time after the content, and asking twice would be sending twice (RFC 5321, 4.5.3.2.6). */
    private static final Duration TO_ANSWER = Duration.ofMinutes(5);

    /** Many relays end a connection after so many. */
    private static final int MOST_MESSAGES = 100;

    private static final int FIRST_FAILURE = 400;
    private static final int FIRST_REFUSAL = 500;
    private static final int END_OF_CODES = 600;
    private static final int GOING_DOWN = 421;
    private static final Set<Integer> MUST_SIGN_IN = Set.of(530, 535);

    /** Security or policy (RFC 3463, 3.8), as in {@code 554 5.7.1 Relay access denied}. */
    private static final Pattern BY_ITS_RULES = Pattern.compile("\\b5\\d\\d[ -]5\\.7\\.\\d");

    /** So often is a notice taken to show that the relay refuses the site; from then on it is taken to be the one that is refused. */
    private static final int MOST_WITNESSED = 3;

    /** A talk with the relay that knows how far it came. */
    private static final class Talk extends SMTPTransport {

        private boolean atRecipient;
        private boolean accepted;

        Talk(Session session, MailSetup setup) {
            super(session, new URLName("smtp", setup.relayHost(), setup.relayPort(), null, null, null));
        }

        @Override
        protected void rcptTo() throws MessagingException {
            atRecipient = true;
            super.rcptTo();
            accepted = true;
        }
    }

    private final MailAccess access;
    private final Session session;
    private Talk transport;
    private int sent;

    RelayConnection(MailAccess access) {
        this.access = access;
        this.session = Session.getInstance(properties(access.setup()));
    }

    Session session() {
        return session;
    }

    boolean isOpen() {
        return transport != null;
    }

    void open() throws RelayRefuses {
        if (transport != null && sent < MOST_MESSAGES) {
            return;
        }
        close();
        MailSetup setup = access.setup();
        Talk opened = new Talk(session, setup);
        try {
            opened.connect(
                    setup.relayHost(),
                    setup.relayPort(),
                    setup.relayUser().isEmpty() ? null : setup.relayUser(),
                    setup.relayUser().isEmpty() ? null : access.relayPassword());
            transport = opened;
            sent = 0;
        } catch (MessagingException e) {
            throw new RelayRefuses(words(e), e);
        }
    }

    /**
     * Sends it over the open connection.
     *
     * @param attempts how often it was tried before
     * @return null if it is not this site's to send any more
     * @throws RelayRefuses if nothing could be sent over this connection, whatever it is
     */
    Outcome send(Mail mail, int attempts, Instant now) throws RelayRefuses {
        boolean fresh = sent == 0;
        Talk talk = transport;
        try {
            sent++;
            talk.atRecipient = false;
            transport.sendMessage(mail, mail.getAllRecipients());
            return Outcome.sent(transport.getLastServerResponse());
        } catch (MessagingException e) {
            int code = code(e);
            if (code < FIRST_FAILURE || code >= END_OF_CODES || code == GOING_DOWN) {
                drop();
            }
            if (mail.refused()) {
                return null;
            }
            return mail.begun()
                    ? afterHandOver(mail, code, e, attempts, now)
                    : before(talk, code, e, attempts, now, fresh);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "a mail was not sent in order", e);
            drop();
            if (mail.refused()) {
                return null;
            }
            return mail.whole()
                    ? Outcome.unknown("sending it failed after it was handed over: " + e)
                    : Outcome.postponed("sending it failed: " + e, now.plus(Backoff.after(attempts + 1)));
        }
    }

    private static Outcome before(Talk talk, int code, MessagingException e, int attempts, Instant now, boolean fresh)
            throws RelayRefuses {
        boolean answered = code >= FIRST_FAILURE && code < END_OF_CODES;
        if (answered && code != GOING_DOWN) {
            if (code < FIRST_REFUSAL) {
                return postponed(words(e), attempts, now);
            }
            if (isAboutSender(e)) {
                throw new RelayRefuses(words(e), e);
            }
            return isAboutSite(code, e)
                    ? refusedToSite(talk, e, attempts, now)
                    : Outcome.refused("the relay refused it: " + words(e));
        }
        if (!fresh) {
            // it was kept for too long: another connection may do better at once
            return null;
        }
        if (talk.atRecipient) {
            // it let the site in, and others may go
            return postponed(words(e), attempts, now);
        }
        throw new RelayRefuses(words(e), e);
    }

    /** A relay that takes nothing of this site says so at the first recipient: no notice, and no address, is to blame for that. */
    private static Outcome refusedToSite(Talk talk, MessagingException e, int attempts, Instant now)
            throws RelayRefuses {
        if (talk.accepted || attempts + 1 >= MOST_WITNESSED) {
            return Outcome.held("the relay refuses it by its rules: " + words(e));
        }
        throw new RelayRefuses(words(e), e, postponed(words(e), attempts, now));
    }

    private static boolean isAboutSite(int code, MessagingException e) {
        return MUST_SIGN_IN.contains(code) || BY_ITS_RULES.matcher(words(e)).find();
    }

    private static Outcome afterHandOver(Mail mail, int code, MessagingException e, int attempts, Instant now) {
        if (code >= FIRST_REFUSAL && code < END_OF_CODES) {
            if (isAboutSite(code, e)) {
                return Outcome.held("the relay refuses it by its rules: " + words(e));
            }
            return Outcome.refused("the relay refused it: " + words(e));
        }
        if (code >= FIRST_FAILURE && code < FIRST_REFUSAL || !mail.whole()) {
            return postponed(words(e), attempts, now);
        }
        return Outcome.unknown("the connection ended after it was handed over: " + words(e));
    }

    private static Outcome postponed(String words, int attempts, Instant now) {
        return Outcome.postponed("the relay did not take it yet: " + words, now.plus(Backoff.after(attempts + 1)));
    }

    @Override
    public void close() {
        if (transport != null) {
            try {
                transport.close();
            } catch (MessagingException e) {
                LOG.log(Level.FINE, "a connection to the relay was not closed in order", e);
            }
            transport = null;
        }
    }

    /** What is said over it now might be taken for part of a message. */
    private void drop() {
        close();
    }

    /** The code of the relay's answer, 0 or less for none. */
    private static int code(Throwable e) {
        for (Throwable cause = e; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException failed) {
                return failed.getReturnCode();
            }
            if (cause instanceof SMTPSenderFailedException failed) {
                return failed.getReturnCode();
            }
            if (cause instanceof SMTPSendFailedException failed) {
                return failed.getReturnCode();
            }
        }
        return 0;
    }

    private static boolean isAboutSender(Throwable e) {
        for (Throwable cause = e; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPSenderFailedException
                    || cause instanceof SMTPSendFailedException failed
                            && failed.getCommand() != null
                            && failed.getCommand().startsWith("MAIL")) {
                return true;
            }
        }
        return false;
    }

    private static Throwable next(Throwable e) {
        return e instanceof MessagingException messaging && messaging.getNextException() != null
                ? messaging.getNextException()
                : e.getCause();
    }

    private static String words(Throwable e) {
        String words = e.getMessage();
        for (Throwable cause = next(e); cause != null; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException
                    || cause instanceof SMTPSenderFailedException
                    || cause instanceof IOException
                    || e instanceof SendFailedException && cause instanceof SMTPSendFailedException) {
                words = cause.getMessage();
            }
        }
        return words == null ? e.getClass().getSimpleName() : words;
    }

    private static Properties properties(MailSetup setup) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", setup.relayHost());
        properties.setProperty("mail.smtp.port", Integer.toString(setup.relayPort()));
        properties.setProperty(
                "mail.smtp.localhost",
                setup.fromAddress().substring(setup.fromAddress().indexOf('@') + 1));
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(!setup.relayUser().isEmpty()));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(setup.relaySecurity() == MailSecurity.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        String startTls = Boolean.toString(setup.relaySecurity() == MailSecurity.STARTTLS);
        properties.setProperty("mail.smtp.starttls.enable", startTls);
        properties.setProperty("mail.smtp.starttls.required", startTls);
        properties.setProperty("mail.smtp.connectiontimeout", Long.toString(TO_CONNECT.toMillis()));
        properties.setProperty("mail.smtp.timeout", Long.toString(TO_ANSWER.toMillis()));
        properties.setProperty("mail.smtp.writetimeout", Long.toString(TO_ANSWER.toMillis()));
        properties.setProperty("mail.smtp.quitwait", "false");
        return properties;
    }
}
