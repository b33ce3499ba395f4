package net.niner.status.web.maintenance;

import java.time.Instant;
import java.util.List;
import net.niner.status.maintenance.MaintenanceState;
import net.niner.status.maintenance.MaintenanceWindow;

/**
 * A maintenance window for programs.
 *
 * @param posts about it, the first one first; see {@code /api/v1/posts}
 * @param version as its ETag has it
 */
public record MaintenanceForm(
        long id,
        String title,
        MaintenanceState state,
        List<String> servers,
        Instant plannedFrom,
        Instant plannedUntil,
        Instant actualFrom,
        Instant actualUntil,
        boolean startsItself,
        boolean endsItself,
        String cancelReason,
        List<Long> posts,
        String changedBy,
        int version) {

    static MaintenanceForm of(MaintenanceWindow window) {
        return new MaintenanceForm(
                window.id(),
                window.title(),
                window.state(),
                window.codes(),
                window.plannedFrom(),
                window.plannedUntil(),
                window.actualFrom().orElse(null),
                window.actualUntil().orElse(null),
                window.startsItself(),
                window.endsItself(),
                window.cancelReason().orElse(null),
                window.updates().stream().map(update -> update.post().id()).toList(),
                window.changedBy(),
                window.version());
    }
}
