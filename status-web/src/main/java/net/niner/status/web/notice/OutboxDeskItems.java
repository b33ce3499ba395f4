package net.niner.status.web.notice;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.niner.status.account.Actor;
import net.niner.status.account.Caller;
import net.niner.status.account.Permission;
import net.niner.status.notice.MailSettings;
import net.niner.status.notice.NoticeState;
import net.niner.status.notice.Outbox;
import net.niner.status.web.desk.DeskItem;
import net.niner.status.web.desk.DeskItem.Urgency;
import net.niner.status.web.desk.DeskItems;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.Words;

/** Mail that does not go out, or did not arrive: for those who may do something about it. */
@RequestScoped
public class OutboxDeskItems implements DeskItems {

    private static final Duration LATELY = Duration.ofDays(1);
    private static final String OUTBOX = "/admin/outbox";

    @EJB
    private Outbox outbox;

    @EJB
    private MailSettings settings;

    @Inject
    private Visitor visitor;

    @Inject
    private Clock clock;

    @Override
    public List<DeskItem> items() {
        Optional<Actor> reader = Caller.current().filter(who -> who.may(Permission.BILLING));
        if (reader.isEmpty()) {
            return List.of();
        }
        List<DeskItem> items = new ArrayList<>();
        standing(outbox.counts().getOrDefault(NoticeState.QUEUED, 0), reader.get())
                .ifPresent(items::add);
        int waiting = outbox.toApprove().count();
        if (waiting > 0) {
            items.add(item(
                    Urgency.SOON,
                    "outbox.desk.waits",
                    waiting,
                    "outbox.desk.waits.detail",
                    "outbox.desk.waits.do",
                    "/admin/approval"));
        }
        int unknown = outbox.counts().getOrDefault(NoticeState.UNKNOWN, 0);
        if (unknown > 0) {
            items.add(pile(Urgency.SOON, "outbox.desk.unknown", unknown, "outbox.desk.unknown.detail", Show.UNKNOWN));
        }
        lately(NoticeState.FAILED, "outbox.desk.failed", Show.FAILED).ifPresent(items::add);
        lately(NoticeState.BOUNCED, "outbox.desk.bounced", Show.BOUNCED).ifPresent(items::add);
        return items;
    }

    /** What stands in the way of all mail. That no relay is there matters only once something waits for one. */
    private Optional<DeskItem> standing(int waiting, Actor reader) {
        Words words = visitor.words();
        String waits = words.of("outbox.desk.waiting", waiting);
        boolean may = reader.may(Permission.SETTINGS);
        return switch (settings.state()) {
            case OTHER_INSTALLATION ->
                Optional.of(new DeskItem(
                        Urgency.SOON, words.of("outbox.desk.fence"), waits, null, words.of("desk.look"), OUTBOX));
            case NO_RELAY ->
                waiting == 0
                        ? Optional.empty()
                        : Optional.of(setup(Urgency.SOON, words.of("outbox.desk.norelay"), waits, may));
            case RELAY_FAILS -> Optional.of(setup(Urgency.SOON, words.of("outbox.desk.failing"), waits, may));
            case READY -> Optional.empty();
        };
    }

    private DeskItem setup(Urgency urgency, String text, String detail, boolean may) {
        Words words = visitor.words();
        return new DeskItem(
                urgency,
                text,
                detail,
                null,
                may ? words.of("outbox.desk.setup") : words.of("desk.look"),
                may ? "/admin/mail" : OUTBOX);
    }

    private Optional<DeskItem> lately(NoticeState state, String text, Show show) {
        int count = outbox.countSince(state, clock.instant().minus(LATELY));
        return count == 0
                ? Optional.empty()
                : Optional.of(pile(Urgency.SOON, text, count, "outbox.desk.failed.detail", show));
    }

    private DeskItem pile(Urgency urgency, String text, int count, String detail, Show show) {
        return item(urgency, text, count, detail, "desk.look", OUTBOX + "?show=" + show);
    }

    private DeskItem item(Urgency urgency, String text, int count, String detail, String action, String address) {
        Words words = visitor.words();
        return new DeskItem(urgency, words.of(text, count), words.of(detail), null, words.of(action), address);
    }
}
