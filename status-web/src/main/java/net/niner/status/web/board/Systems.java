package net.niner.status.web.board;

import java.time.Instant;
import java.util.List;
import net.niner.status.board.Glance;
import net.niner.status.board.Observed;
import net.niner.status.probe.Outcome;
import net.niner.status.server.DeclaredStatus;
import net.niner.status.server.Role;
import net.niner.status.web.platform.api.Milliseconds;

/**
 * Systems at a Glance for programs.
 *
 * @param asOf when it was read, UTC
 */
public record Systems(Instant asOf, List<Standing> servers) {

    /**
     * One server, as the page shows it.
     *
     * @param country ISO 3166-1 alpha-2
     * @param status what the people in charge say
     * @param ping what the checks see
     * @param latencyMs of the quickest check that answers
     */
    public record Standing(
            String code,
            Role role,
            String city,
            String country,
            DeclaredStatus status,
            Outcome ping,
            Double latencyMs,
            Instant since,
            Observed.Reason reason) {}

    static Systems of(Glance glance) {
        return new Systems(
                glance.asOf(), glance.lines().stream().map(Systems::standing).toList());
    }

    private static Standing standing(Glance.Line line) {
        Observed observed = line.observed();
        return new Standing(
                line.code(),
                line.role(),
                line.city(),
                line.country(),
                line.declared(),
                observed.ping(),
                Milliseconds.of(observed.latency()),
                observed.since(),
                observed.reason());
    }
}
