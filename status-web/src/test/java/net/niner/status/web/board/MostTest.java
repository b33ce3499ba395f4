package net.niner.status.web.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.niner.status.web.desk.DeskItem;
import net.niner.status.web.desk.DeskItem.Urgency;
import org.junit.jupiter.api.Test;

class MostTest {

    private static final List<DeskItem> ITEMS =
            List.of(item(Urgency.LATER, "a"), item(Urgency.NOW, "b"), item(Urgency.SOON, "c"), item(Urgency.NOW, "d"));

    @Test
    void fewAreLeftAsTheyAre() {
        assertThat(Most.urgent(ITEMS, 4, MostTest::more)).isEqualTo(ITEMS);
    }

    @Test
    void ofManyTheLeastUrgentAreOnlyCounted() {
        assertThat(Most.urgent(ITEMS, 2, MostTest::more))
                .containsExactly(item(Urgency.NOW, "b"), item(Urgency.NOW, "d"), item(Urgency.SOON, "2 more"));
    }

    private static DeskItem more(Urgency urgency, int leftOut) {
        return item(urgency, leftOut + " more");
    }

    private static DeskItem item(Urgency urgency, String text) {
        return new DeskItem(urgency, text, "", null, "", "");
    }
}
