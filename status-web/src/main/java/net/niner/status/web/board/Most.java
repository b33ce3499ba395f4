package net.niner.status.web.board;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.niner.status.web.desk.DeskItem;
import net.niner.status.web.desk.DeskItem.Urgency;

/** Keeps a list readable when everything fails at once. */
final class Most {

    private Most() {}

    /** Says that there is more. */
    interface More {
        DeskItem item(Urgency urgency, int leftOut);
    }

    /** The most urgent ones, and one that stands for all that are left out. */
    static List<DeskItem> urgent(List<DeskItem> items, int most, More more) {
        if (items.size() <= most) {
            return items;
        }
        List<DeskItem> sorted =
                items.stream().sorted(Comparator.comparing(DeskItem::urgency)).toList();
        Urgency next = sorted.get(most).urgency();
        return Stream.concat(sorted.stream().limit(most), Stream.of(more.item(next, items.size() - most)))
                .toList();
    }
}
