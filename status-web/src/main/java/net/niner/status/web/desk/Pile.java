package net.niner.status.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.StreamSupport;
import net.niner.status.account.Forbidden;
import net.niner.status.web.desk.DeskItem.Urgency;
import net.niner.status.web.platform.Visitor;

/**
 * What all features put on the desk, most urgent first. One that fails must not take the others with it: the desk is read when things go
 * wrong, and then says what it cannot show.
 */
@RequestScoped
class Pile {

    private static final Logger LOG = Logger.getLogger(Pile.class.getName());

    private static final Comparator<DeskItem> MOST_URGENT_FIRST = Comparator.comparing(DeskItem::urgency)
            .thenComparing(DeskItem::since, Comparator.nullsLast(Comparator.<Instant>naturalOrder()));

    private final Iterable<DeskItems> features;
    private final Visitor visitor;

    /** For the container, which puts something of this class before the real one. */
    Pile() {
        this((Iterable<DeskItems>) null, null);
    }

    @Inject
    Pile(@Any Instance<DeskItems> features, Visitor visitor) {
        this((Iterable<DeskItems>) features, visitor);
    }

    Pile(Iterable<DeskItems> features, Visitor visitor) {
        this.features = features;
        this.visitor = visitor;
    }

    List<DeskItem> items() {
        return StreamSupport.stream(features.spliterator(), false)
                .flatMap(feature -> ask(feature).stream())
                .sorted(MOST_URGENT_FIRST)
                .toList();
    }

    private List<DeskItem> ask(DeskItems feature) {
        try {
            return feature.items();
        } catch (Forbidden notForThisReader) {
            return List.of();
        } catch (RuntimeException e) {
            String name = feature.getClass().getSimpleName().replaceAll("\\$.*", "");
            LOG.log(Level.SEVERE, e, () -> name + " cannot say what it has for the desk");
            return List.of(new DeskItem(
                    Urgency.SOON,
                    visitor.words().of("desk.missing"),
                    visitor.words().of("desk.missing.detail", name),
                    null,
                    "",
                    ""));
        }
    }
}
