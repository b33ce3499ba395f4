package net.niner.status.notice;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import net.niner.status.platform.SiteUrl;
import net.niner.status.setting.ChosenSettings;

/** The mails that somebody asks for with a form: a link to confirm, or, for who subscribed already, the link to what they chose. */
@Stateless
public class SubscriptionLetters {

    /** Stages of their keys. */
    static final String CONFIRM = "confirm";

    static final String MANAGE = "manage";

    /** Before the number of the subscriber, in the reference that a link to confirm carries. */
    static final String CONFIRM_REF = "confirm:";

    @Inject
    private Notices notices;

    @Inject
    private SignedRefs refs;

    @Inject
    private SiteUrl site;

    @Inject
    private ChosenSettings settings;

    /** @param subscriber one that is stored already */
    public void write(Subscriber subscriber, Instant now) {
        AnnouncementWords words = new AnnouncementWords(subscriber.locale());
        boolean known = subscriber.isActive();
        String name = settings.current().siteName();
        notices.enqueue(new NoticeDraft(
                new NoticeKey(
                        NoticeKind.CONFIRM_SUBSCRIPTION,
                        Recipient.subscriber(subscriber.id()),
                        Recipient.subscriber(subscriber.id()),
                        known ? MANAGE : CONFIRM,
                        subscriber.letters()),
                new Recipient(
                        Recipient.subscriber(subscriber.id()), subscriber.address(), words.locale(), ZoneOffset.UTC),
                known ? known(subscriber, words, name) : unknown(subscriber.id(), words, name),
                now,
                "somebody asked for a subscription with this address"));
    }

    /** For a look at it: its link leads nowhere. */
    public MailText sample(Locale language) {
        return unknown(0, new AnnouncementWords(language), settings.current().siteName());
    }

    private MailText unknown(long id, AnnouncementWords words, String name) {
        return new Letter()
                .paragraph(words.of("subscriber.confirm.asked", name))
                .link(
                        words.of("subscriber.confirm.link"),
                        site.of("/subscribe/confirm/" + refs.token(CONFIRM_REF + id)))
                .paragraph(words.of("subscriber.confirm.not"))
                .under(words.of("subscriber.confirm.subject", name));
    }

    private MailText known(Subscriber subscriber, AnnouncementWords words, String name) {
        return new Letter()
                .paragraph(words.of("subscriber.known.asked", name))
                .link(words.of("subscriber.known.link"), manage(subscriber.id()))
                .paragraph(words.of("subscriber.known.not"))
                .under(words.of("subscriber.known.subject", name));
    }

    private String manage(long id) {
        return site.of("/subscribe/manage/" + refs.token(Recipient.subscriber(id)));
    }
}
