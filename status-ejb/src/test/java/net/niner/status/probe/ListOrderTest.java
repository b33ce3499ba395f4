package net.niner.status.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ListOrderTest {

    private static final List<String> KNOWN = List.of("A", "B", "C", "D");

    @Test
    void aFileOfAllGivesItsOwnOrder() {
        assertThat(ListOrder.of(KNOWN, List.of("D", "NEW", "A", "C", "B"))).containsExactly("D", "NEW", "A", "C", "B");
        assertThat(ListOrder.of(List.of(), List.of("B", "A"))).containsExactly("B", "A");
    }

    @Test
    void aFileOfOneMovesNothing() {
        assertThat(ListOrder.of(KNOWN, List.of("C"))).isEqualTo(KNOWN);
    }

    @Test
    void aNewOneStandsAtTheEnd() {
        assertThat(ListOrder.of(KNOWN, List.of("NEW"))).containsExactly("A", "B", "C", "D", "NEW");
    }

    @Test
    void onlyThoseThatAreNamedChangePlaces() {
        assertThat(ListOrder.of(KNOWN, List.of("D", "B"))).containsExactly("A", "D", "C", "B");
    }
}
