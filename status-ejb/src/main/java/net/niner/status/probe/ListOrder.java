package net.niner.status.probe;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Where servers stand in the list after a file that may name some of them only. */
final class ListOrder {

    private ListOrder() {}

    /**
     * Those that are named stand in the order in which they are named, at the places that they hold already and, as far as they are new, at
     * the end; no other moves. So a file of all gives its own order, and a file of one moves nothing.
     *
     * @param known codes, in their order
     * @param named codes, each once
     */
    static List<String> of(List<String> known, List<String> named) {
        List<String> places = new ArrayList<>(known);
        named.stream().filter(code -> !known.contains(code)).forEach(places::add);
        Set<String> moving = Set.copyOf(named);
        Iterator<String> next = named.iterator();
        places.replaceAll(code -> moving.contains(code) ? next.next() : code);
        return places;
    }
}
