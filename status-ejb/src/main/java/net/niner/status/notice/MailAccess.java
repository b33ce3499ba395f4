package net.niner.status.notice;

/**
 * A {@link MailSetup} with its passwords, for the site itself: never shown.
 *
 * @param version counts the changes; 0 for what is configured
 * @param relayPassword empty for none
 * @param bouncePassword empty for none
 */
public record MailAccess(MailSetup setup, int version, String relayPassword, String bouncePassword) {

    @Override
    public String toString() {
        return "mail by " + setup.relayHost() + ":" + setup.relayPort();
    }
}
