package net.niner.status.notice;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.niner.status.account.Allowed;
import net.niner.status.account.Audit;
import net.niner.status.account.Permission;
import net.niner.status.notice.InvalidMailSetup.Fault;
import net.niner.status.notice.InvalidMailSetup.Field;
import net.niner.status.notice.InvalidMailSetup.Problem;
import net.niner.status.platform.ChangedMeanwhile;

/** How mail goes out, as people set it. */
@Stateless
public class MailSettings {

    /**
     * The setup as somebody goes on to change it.
     *
     * @param version to be given back with the change
     * @param relayPassword whether there is one
     * @param bouncePassword whether there is one
     */
    public record Edition(MailSetup setup, int version, boolean relayPassword, boolean bouncePassword) {}

    @EJB
    private MailSetups setups;

    @EJB
    private Fence fence;

    @EJB
    private Notices notices;

    @EJB
    private Audit audit;

    @Inject
    private RelayHealth relay;

    @Inject
    private MailFrames frames;

    @Inject
    private Clock clock;

    @Allowed(Permission.SETTINGS)
    public Edition edition() {
        MailAccess access = setups.read();
        return new Edition(
                access.setup(),
                access.version(),
                !access.relayPassword().isEmpty(),
                !access.bouncePassword().isEmpty());
    }

    /**
     * From then on mail goes out in this way.
     *
     * @param relayPassword null to keep what is there, empty for none; where it would go elsewhere it must be given anew
     * @param bouncePassword as relayPassword
     * @param version that of the {@link Edition} that was changed
     * @throws InvalidMailSetup if it cannot be used
     * @throws ChangedMeanwhile if somebody else has changed it since
     */
    @Allowed(Permission.SETTINGS)
    public void change(MailSetup setup, String relayPassword, String bouncePassword, int version) {
        MailAccess before = setups.read();
        List<Problem> problems = new ArrayList<>(MailSetupRules.problems(setup, relayPassword, bouncePassword));
        problems.addAll(StoredPasswords.problems(before, setup, relayPassword, bouncePassword));
        if (!problems.isEmpty()) {
            throw new InvalidMailSetup(problems);
        }
        MailAccess after = new MailAccess(
                setup,
                version,
                relayPassword == null ? before.relayPassword() : relayPassword,
                bouncePassword == null ? before.bouncePassword() : bouncePassword);
        if (!setups.write(after)) {
            throw new ChangedMeanwhile("the settings of mail", null, null);
        }
        relay.well();
        Map<String, String> told = told(after);
        if (relayPassword != null && !relayPassword.equals(before.relayPassword())) {
            told.put("relay password", "changed");
        }
        if (bouncePassword != null && !bouncePassword.equals(before.bouncePassword())) {
            told.put("bounce password", "changed");
        }
        audit.record("mail.change", "mail", told(before), told);
    }

    /** Whether mail goes out. Tells nothing that a guest of the back office may not know. */
    public MailState state() {
        if (!setups.read().setup().sends()) {
            return MailState.NO_RELAY;
        }
        if (!fence.open()) {
            return MailState.OTHER_INSTALLATION;
        }
        return relay.trouble().isPresent() ? MailState.RELAY_FAILS : MailState.READY;
    }

    /** What the relay said when it last let nobody in, while that is so. */
    @Allowed(Permission.SETTINGS)
    public Optional<RelayHealth.Trouble> trouble() {
        return relay.trouble();
    }

    /**
     * Puts a mail into the outbox that proves that mail goes out; the outbox says what became of it.
     *
     * @param language in which it is written
     * @throws InvalidMailSetup if that is no address
     */
    @Allowed(Permission.SETTINGS)
    public void sendTest(String address, Locale language) {
        String valid = MailAddress.of(address == null ? "" : address)
                .orElseThrow(
                        () -> new InvalidMailSetup(List.of(new Problem(Field.TEST_ADDRESS, Fault.NO_ADDRESS, address))))
                .text();
        Instant now = clock.instant();
        Recipient recipient = new Recipient("test", valid, language, ZoneOffset.UTC);
        notices.enqueue(new NoticeDraft(
                new NoticeKey(NoticeKind.TEST, "test:" + UUID.randomUUID(), recipient.ref(), "", 0),
                recipient,
                frames.test(language, now),
                now,
                "somebody asked for a test"));
        audit.record("mail.test", "a test mail", Map.of(), Map.of());
    }

    private static Map<String, String> told(MailAccess access) {
        MailSetup setup = access.setup();
        Map<String, String> told = new LinkedHashMap<>();
        told.put("relay", setup.relayHost() + ":" + setup.relayPort() + " " + setup.relaySecurity());
        told.put("relay user", setup.relayUser());
        told.put("from", setup.fromName() + " " + setup.fromAddress());
        told.put("reply to", setup.replyTo());
        told.put("owners", String.join(" ", setup.owners()));
        told.put("bounces to", setup.bounceAddress() + (setup.verp() ? " for each" : ""));
        told.put("bounces from", setup.bounceHost() + ":" + setup.bouncePort() + " " + setup.bounceSecurity());
        told.put("bounce user", setup.bounceUser());
        told.put("per minute", setup.perMinute() + ", " + setup.domainPerMinute() + " a domain");
        return told;
    }
}
