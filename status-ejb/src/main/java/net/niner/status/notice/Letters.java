package net.niner.status.notice;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.niner.status.account.Actor;
import net.niner.status.account.Allowed;
import net.niner.status.account.Audit;
import net.niner.status.account.Caller;
import net.niner.status.account.Permission;

/** Every mail that the site can send, as it would go out now. */
@Stateless
public class Letters {

    @Inject
    @Any
    private Instance<LetterSamples> features;

    @Inject
    private MailFrames frames;

    @EJB
    private Notices notices;

    @EJB
    private Audit audit;

    @Inject
    private Clock clock;

    /** In the order of the enum. */
    @Allowed(Permission.BILLING)
    public List<NoticeKind> kinds() {
        return Arrays.stream(NoticeKind.values())
                .filter(kind -> writer(kind).isPresent())
                .toList();
    }

    /** With what stands around it; empty where there is nothing yet that it could be about. */
    @Allowed(Permission.BILLING)
    public Optional<MailText> look(NoticeKind kind, LetterSubject about, Locale language) {
        return sample(kind, about, language).map(text -> frames.around(text, kind, nobody(kind), language));
    }

    /**
     * Puts it into the outbox, to the address by which the caller signs in, and to nobody else.
     *
     * @return false where there is nothing to write about
     */
    @Allowed(Permission.BILLING)
    public boolean sendToMe(NoticeKind kind, LetterSubject about, Locale language) {
        Optional<MailText> text = sample(kind, about, language);
        text.ifPresent(written -> send(kind, written, language));
        return text.isPresent();
    }

    private void send(NoticeKind kind, MailText text, Locale language) {
        Actor me = Caller.required();
        Instant now = clock.instant();
        String ref = "user:" + me.userId();
        notices.enqueue(new NoticeDraft(
                new NoticeKey(NoticeKind.TEST, "letter:" + kind, ref, String.valueOf(now.toEpochMilli()), 0),
                new Recipient(ref, me.name(), language, ZoneOffset.UTC),
                text,
                now,
                "somebody wanted to see what this mail looks like"));
        audit.record("letter.try", "letter " + kind, Map.of(), Map.of());
    }

    private Optional<MailText> sample(NoticeKind kind, LetterSubject about, Locale language) {
        return writer(kind).flatMap(feature -> feature.sample(kind, about, language));
    }

    /** The links of a sample are nobody's. */
    private static String nobody(NoticeKind kind) {
        return switch (kind.audience()) {
            case OWNER -> "owner:0";
            case CLIENT -> Recipient.client(0);
            case SUBSCRIBER -> Recipient.subscriber(0);
        };
    }

    private Optional<LetterSamples> writer(NoticeKind kind) {
        return features.stream()
                .filter(feature -> feature.kinds().contains(kind))
                .findFirst();
    }
}
