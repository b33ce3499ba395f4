package net.niner.status.notice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJB;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import net.niner.status.account.Actor;
import net.niner.status.account.Caller;
import net.niner.status.account.Permission;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is put into the outbox, and what the owner is asked to do. */
@ExtendWith(ArquillianExtension.class)
class NoticesIT {

    private static final int MANY = 10_000;

    /** After all that other tests look at. */
    private static final Instant MUCH_LATER = Instant.parse("2090-01-01T00:00:00Z");

    private static final Actor CLERK = new Actor(null, "clerk", null, Set.of(Permission.BILLING));

    private final String about = "test:" + UUID.randomUUID();

    @EJB
    private Notices notices;

    @EJB
    private OwnerTasks tasks;

    @Test
    void aKeyIsEnqueuedOnceHoweverOftenItIsGiven() {
        List<NoticeDraft> drafts = List.of(draft(1), draft(2), draft(1));

        assertThat(notices.enqueueAll(drafts)).isEqualTo(2);
        assertThat(notices.enqueueAll(drafts)).isZero();
        assertThat(notices.enqueue(draft(3))).isTrue();
        assertThat(notices.enqueue(draft(3))).isFalse();
    }

    @Test
    void tenThousandAreEnqueuedWithinSeconds() {
        List<NoticeDraft> drafts = new ArrayList<>();
        for (int client = 0; client < MANY; client++) {
            drafts.add(draft(client));
        }

        long begin = System.nanoTime();
        assertThat(notices.enqueueAll(drafts)).isEqualTo(MANY);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void aTaskIsRaisedOnceAndStaysDone() {
        String key = "unreachable|" + about;
        assertThat(tasks.raise(TaskKind.UNREACHABLE, key, 4711L, "Call the client."))
                .isTrue();
        assertThat(tasks.raise(TaskKind.UNREACHABLE, key, null, "Call the client."))
                .isFalse();
        OwnerTask task = Caller.as(CLERK, () -> tasks.ofClient(4711L)).get(0);
        assertThat(task.key()).isEqualTo(key);

        assertThat(Caller.as(CLERK, () -> tasks.done(task.id()))).isTrue();
        assertThat(Caller.as(CLERK, () -> tasks.done(task.id()))).isFalse();
        assertThat(tasks.raise(TaskKind.UNREACHABLE, key, null, "Call the client."))
                .isFalse();
        assertThat(Caller.as(CLERK, () -> tasks.open(0, 100)))
                .noneMatch(open -> open.key().equals(key));
        assertThat(tasks.forgetClient(4711L)).isEqualTo(1);
    }

    private NoticeDraft draft(int client) {
        Recipient recipient = new Recipient(
                Recipient.client(client), "c" + client + "@client.example", Locale.ENGLISH, ZoneOffset.UTC);
        return new NoticeDraft(
                new NoticeKey(NoticeKind.EXPIRY, about, recipient.ref(), "30", 0),
                recipient,
                new Letter().paragraph("Your domain expires.\0").under("Your domain"),
                MUCH_LATER,
                "a test");
    }
}
