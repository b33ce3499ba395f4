package net.niner.status.web.notice;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import net.niner.status.notice.MailSecurity;
import net.niner.status.notice.MailSettings.Edition;
import net.niner.status.notice.MailSetup;

/** The setup of mail as somebody types it. A password goes in, and never comes out again. */
public class MailForm implements Serializable {

    private static final long serialVersionUID = 1;

    private String relayHost;
    private Integer relayPort;
    private MailSecurity relaySecurity;
    private String relayUser;
    private String relayPassword;
    private boolean relayPasswordKept;
    private String fromAddress;
    private String fromName;
    private String replyTo;
    private String owners;
    private String bounceAddress;
    private boolean verp;
    private String bounceHost;
    private Integer bouncePort;
    private MailSecurity bounceSecurity;
    private String bounceUser;
    private String bouncePassword;
    private boolean bouncePasswordKept;
    private Integer perMinute;
    private Integer domainPerMinute;

    MailForm(Edition edition) {
        MailSetup setup = edition.setup();
        relayHost = setup.relayHost();
        relayPort = setup.relayPort();
        relaySecurity = setup.relaySecurity();
        relayUser = setup.relayUser();
        relayPasswordKept = edition.relayPassword();
        fromAddress = setup.fromAddress();
        fromName = setup.fromName();
        replyTo = setup.replyTo();
        owners = String.join("\n", setup.owners());
        bounceAddress = setup.bounceAddress();
        verp = setup.verp();
        bounceHost = setup.bounceHost();
        bouncePort = setup.bouncePort();
        bounceSecurity = setup.bounceSecurity();
        bounceUser = setup.bounceUser();
        bouncePasswordKept = edition.bouncePassword();
        perMinute = setup.perMinute();
        domainPerMinute = setup.domainPerMinute();
    }

    MailSetup setup() {
        return new MailSetup(
                text(relayHost),
                number(relayPort),
                relaySecurity,
                text(relayUser),
                text(fromAddress),
                text(fromName),
                text(replyTo),
                lines(owners),
                text(bounceAddress),
                verp,
                text(bounceHost),
                number(bouncePort),
                bounceSecurity,
                text(bounceUser),
                number(perMinute),
                number(domainPerMinute));
    }

    /** Null to keep the one that is stored; none where nobody signs in. */
    String newRelayPassword() {
        return password(relayUser, relayPassword);
    }

    /** As {@link #newRelayPassword}. */
    String newBouncePassword() {
        return password(bounceUser, bouncePassword);
    }

    private static String password(String user, String typed) {
        if (text(user).isBlank()) {
            return "";
        }
        return text(typed).isEmpty() ? null : typed;
    }

    private static String text(String typed) {
        return typed == null ? "" : typed;
    }

    /** Nothing is a number that no rule lets pass. */
    private static int number(Integer typed) {
        return typed == null ? -1 : typed;
    }

    private static List<String> lines(String typed) {
        return Stream.of(text(typed).split("[\\r\\n,;]+"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    public String getRelayHost() {
        return relayHost;
    }

    public void setRelayHost(String relayHost) {
        this.relayHost = relayHost;
    }

    public Integer getRelayPort() {
        return relayPort;
    }

    public void setRelayPort(Integer relayPort) {
        this.relayPort = relayPort;
    }

    public MailSecurity getRelaySecurity() {
        return relaySecurity;
    }

    public void setRelaySecurity(MailSecurity relaySecurity) {
        this.relaySecurity = relaySecurity;
    }

    public String getRelayUser() {
        return relayUser;
    }

    public void setRelayUser(String relayUser) {
        this.relayUser = relayUser;
    }

    /** Never what is stored. */
    public String getRelayPassword() {
        return "";
    }

    /** One that was typed stays when the form comes back with something to mend: the field does not show it again. */
    public void setRelayPassword(String typed) {
        if (!text(typed).isEmpty()) {
            relayPassword = typed;
        }
    }

    public boolean isRelayPasswordTyped() {
        return relayPassword != null;
    }

    public boolean isRelayPasswordKept() {
        return relayPasswordKept;
    }

    public String getFromAddress() {
        return fromAddress;
    }

    public void setFromAddress(String fromAddress) {
        this.fromAddress = fromAddress;
    }

    public String getFromName() {
        return fromName;
    }

    public void setFromName(String fromName) {
        this.fromName = fromName;
    }

    public String getReplyTo() {
        return replyTo;
    }

    public void setReplyTo(String replyTo) {
        this.replyTo = replyTo;
    }

    public String getOwners() {
        return owners;
    }

    public void setOwners(String owners) {
        this.owners = owners;
    }

    public String getBounceAddress() {
        return bounceAddress;
    }

    public void setBounceAddress(String bounceAddress) {
        this.bounceAddress = bounceAddress;
    }

    public boolean isVerp() {
        return verp;
    }

    public void setVerp(boolean verp) {
        this.verp = verp;
    }

    public String getBounceHost() {
        return bounceHost;
    }

    public void setBounceHost(String bounceHost) {
        this.bounceHost = bounceHost;
    }

    public Integer getBouncePort() {
        return bouncePort;
    }

    public void setBouncePort(Integer bouncePort) {
        this.bouncePort = bouncePort;
    }

    public MailSecurity getBounceSecurity() {
        return bounceSecurity;
    }

    public void setBounceSecurity(MailSecurity bounceSecurity) {
        this.bounceSecurity = bounceSecurity;
    }

    public String getBounceUser() {
        return bounceUser;
    }

    public void setBounceUser(String bounceUser) {
        this.bounceUser = bounceUser;
    }

    /** Never what is stored. */
    public String getBouncePassword() {
        return "";
    }

    /** One that was typed stays when the form comes back with something to mend: the field does not show it again. */
    public void setBouncePassword(String typed) {
        if (!text(typed).isEmpty()) {
            bouncePassword = typed;
        }
    }

    public boolean isBouncePasswordTyped() {
        return bouncePassword != null;
    }

    public boolean isBouncePasswordKept() {
        return bouncePasswordKept;
    }

    public Integer getPerMinute() {
        return perMinute;
    }

    public void setPerMinute(Integer perMinute) {
        this.perMinute = perMinute;
    }

    public Integer getDomainPerMinute() {
        return domainPerMinute;
    }

    public void setDomainPerMinute(Integer domainPerMinute) {
        this.domainPerMinute = domainPerMinute;
    }
}
