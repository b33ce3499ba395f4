package net.niner.status.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.niner.status.history.Outage;
import net.niner.status.post.PostState;

/** The timeline that a post-mortem begins with: moments in their order, from what was said and from what the checks saw. Pure. */
final class DraftedTimeline {

    /** Who wants to read all of an update reads it in its thread. */
    private static final int UPDATE_LENGTH = 400;

    private DraftedTimeline() {}

    /** @param seen by checks that visitors see: the timeline is to be published */
    static List<TimelineRow> of(Incident incident, List<Outage> seen, PostMortemWords words) {
        List<TimelineRow> rows = new ArrayList<>();
        rows.add(new TimelineRow(incident.began(), words.of("began"), TimelineSource.UPDATE));
        incident.updates().stream()
                .filter(update -> update.post().state() == PostState.PUBLISHED)
                .forEach(update -> rows.add(
                        new TimelineRow(update.at(), update.post().excerpt(UPDATE_LENGTH), TimelineSource.UPDATE)));
        for (Outage outage : seen) {
            rows.add(outage(outage.began(), words.of("outage", outage.check(), outage.cause())));
            if (outage.ended() != null) {
                rows.add(outage(outage.ended(), words.of("outage.end", outage.check())));
            }
        }
        rows.sort(Comparator.comparing(TimelineRow::at));
        return List.copyOf(rows);
    }

    private static TimelineRow outage(Instant at, String text) {
        return new TimelineRow(at, text, TimelineSource.OUTAGE);
    }
}
