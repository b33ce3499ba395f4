package net.niner.status.board;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import net.niner.status.incident.Impaired;
import net.niner.status.incident.LatestUpdate;
import net.niner.status.server.DeclaredStatus;
import net.niner.status.server.Visibility;

/**
 * What people declared of a server that is not as it should be, and where they tell more.
 *
 * @param id of the incident, or of the maintenance window
 * @param since when it came to be so, UTC
 * @param update the last word about the incident, null where there is none yet, and for maintenance
 */
public record Declaration(DeclaredStatus status, long id, Instant since, LatestUpdate update) {

    /** A window in which somebody works on a server. */
    record Work(long windowId, Instant since) {}

    /**
     * The status of a server: its visibility, if it serves no client; else the worst impact of its open incidents; else an active maintenance
     * window; else it is operational.
     */
    static DeclaredStatus status(Visibility visibility, Declaration declaration) {
        if (visibility == Visibility.INTERNAL) {
            return DeclaredStatus.INTERNAL;
        }
        return declaration == null ? DeclaredStatus.OPERATIONAL : declaration.status();
    }

    /** Null where nothing is declared. Of several incidents the one that counts has the worst impact, and of these it is the one that began first. */
    static Declaration of(List<Impaired> incidents, List<Work> windows, Map<Long, LatestUpdate> updates) {
        return incidents.stream()
                .max(Comparator.comparing(Impaired::impact).thenComparing(Impaired::since, Comparator.reverseOrder()))
                .map(worst -> new Declaration(
                        worst.impact().declared(), worst.incidentId(), worst.since(), updates.get(worst.incidentId())))
                .or(() -> windows.stream()
                        .findFirst()
                        .map(work -> new Declaration(DeclaredStatus.MAINTENANCE, work.windowId(), work.since(), null)))
                .orElse(null);
    }
}
