package net.niner.status.notice;

import java.util.List;

/**
 * Through which relay mail goes out, in whose name, and where what comes back is read; less the passwords. {@link MailSetupRules} says what may be
 * in it.
 *
 * @param relayHost empty for none: notices wait
 * @param relayUser empty for a relay that asks for no name
 * @param fromName empty for the site's
 * @param replyTo empty for none
 * @param owners where notices for the owner go; none: to everybody who owns the site
 * @param bounceAddress where reports about mail go that could not be delivered (the envelope's sender); empty for the address that it is from
 * @param verp whether that address is another one for each notice, as in {@code bounce+51-seal@status.example}: its mailbox must accept those
 * @param bounceHost of the mailbox of reports (IMAP), empty for none
 * @param perMinute how many mails at most, 0 for any number
 * @param domainPerMinute how many at most to one domain, 0 for any number
 */
public record MailSetup(
        String relayHost,
        int relayPort,
        MailSecurity relaySecurity,
        String relayUser,
        String fromAddress,
        String fromName,
        String replyTo,
        List<String> owners,
        String bounceAddress,
        boolean verp,
        String bounceHost,
        int bouncePort,
        MailSecurity bounceSecurity,
        String bounceUser,
        int perMinute,
        int domainPerMinute) {

    public static final int HOST_LENGTH = 253;
    public static final int USER_LENGTH = 254;
    public static final int NAME_LENGTH = 100;
    public static final int PASSWORD_LENGTH = 500;
    public static final int MOST_OWNERS = 10;
    public static final int MOST_A_MINUTE = 100_000;

    static final MailSetup NONE = new MailSetup(
            "",
            587,
            MailSecurity.STARTTLS,
            "",
            "",
            "",
            "",
            List.of(),
            "",
            false,
            "",
            993,
            MailSecurity.TLS,
            "",
            600,
            120);

    public MailSetup {
        relayHost = relayHost.strip();
        relayUser = relayUser.strip();
        fromAddress = fromAddress.strip();
        fromName = fromName.strip();
        replyTo = replyTo.strip();
        owners = owners.stream().map(String::strip).toList();
        bounceAddress = bounceAddress.strip();
        bounceHost = bounceHost.strip();
        bounceUser = bounceUser.strip();
    }

    public boolean sends() {
        return !relayHost.isEmpty() && !fromAddress.isEmpty();
    }

    public boolean readsBounces() {
        return !bounceHost.isEmpty() && !bounceUser.isEmpty();
    }
}
