package net.niner.status.web.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.niner.status.incident.Impact;
import net.niner.status.incident.Incident;
import net.niner.status.incident.IncidentState;
import net.niner.status.incident.IncidentUpdate;
import net.niner.status.server.Server;

/**
 * An incident for programs.
 *
 * @param draft true while visitors do not see it
 * @param impacts as they are now, by the servers' codes
 * @param servers all that it concerns or concerned
 * @param updates the first one first
 * @param version as its ETag has it
 */
public record IncidentForm(
        long id,
        String title,
        boolean draft,
        IncidentState state,
        Instant began,
        Instant noticed,
        Instant resolved,
        Map<String, Impact> impacts,
        List<String> servers,
        List<Update> updates,
        String changedBy,
        int version) {

    /**
     * One update.
     *
     * @param post its post, see {@code /api/v1/posts}
     */
    public record Update(
            int number,
            Instant at,
            IncidentState state,
            Map<String, Impact> impacts,
            long post,
            String path,
            String text) {

        static Update of(IncidentUpdate update) {
            return new Update(
                    update.number(),
                    update.at(),
                    update.state(),
                    update.impacts(),
                    update.post().id(),
                    update.post().path().orElse(null),
                    update.post().body());
        }
    }

    static IncidentForm of(Incident incident) {
        return new IncidentForm(
                incident.id(),
                incident.title(),
                incident.isDraft(),
                incident.state(),
                incident.began(),
                incident.noticed(),
                incident.resolved().orElse(null),
                incident.impacts(),
                incident.servers().stream().map(Server::code).toList(),
                incident.updates().stream().map(Update::of).toList(),
                incident.changedBy(),
                incident.version());
    }
}
