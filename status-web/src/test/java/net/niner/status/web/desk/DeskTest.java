package net.niner.status.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import net.niner.status.account.Caller;
import net.niner.status.web.desk.DeskItem.Urgency;
import net.niner.status.web.platform.Language;
import net.niner.status.web.platform.Moment;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.Words;
import org.junit.jupiter.api.Test;

class DeskTest {

    private static final Instant NOW = Instant.parse("2026-07-07T16:48:00Z");

    @Test
    void oneThatFailsDoesNotTakeTheOthersWithIt() {
        Desk desk = desk(() -> List.of(item(Urgency.NOW, "NC036 is down")), () -> {
            throw new IllegalStateException("no database");
        });

        assertThat(desk.getWorst().getText()).isEqualTo("NC036 is down");
        assertThat(desk.getNext())
                .extracting(DeskEntry::getText)
                .containsExactly(Words.in(Language.EN).of("desk.missing"));
        assertThat(desk.getNext())
                .allSatisfy(entry -> assertThat(entry.isActionable()).isFalse());
    }

    @Test
    void whatThisReaderMayNotSeeIsNotMissed() {
        Desk desk = desk(() -> {
            Caller.required();
            return List.of();
        });

        assertThat(desk.getNext()).isEmpty();
        assertThat(desk.getHeadline()).isEqualTo(Words.in(Language.EN).of("desk.calm"));
    }

    @Test
    void theMostUrgentComesFirst() {
        Desk desk = desk(
                () -> List.of(item(Urgency.LATER, "later"), item(Urgency.SOON, "soon")),
                () -> List.of(item(Urgency.NOW, "now")));

        assertThat(desk.getHeadline()).isEqualTo("now");
        assertThat(desk.getNext()).extracting(DeskEntry::getText).containsExactly("soon", "later");
    }

    private static Desk desk(DeskItems... features) {
        Visitor visitor = new English();
        Desk desk = new Desk(new Pile(List.of(features), visitor), null, visitor, Clock.fixed(NOW, ZoneOffset.UTC));
        desk.look();
        return desk;
    }

    private static DeskItem item(Urgency urgency, String text) {
        return new DeskItem(urgency, text, "", null, "Look at it", "/admin/checks");
    }

    private static final class English extends Visitor {
        @Override
        public Words words() {
            return Words.in(Language.EN);
        }

        @Override
        public Moment moment(Instant at) {
            return new Moment(at, Language.EN.locale());
        }
    }
}
