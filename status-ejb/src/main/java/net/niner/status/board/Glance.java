package net.niner.status.board;

import java.time.Instant;
import java.util.List;
import net.niner.status.server.DeclaredStatus;
import net.niner.status.server.Role;

/**
 * Systems at a Glance: what a visitor sees in one read.
 *
 * @param asOf when it was read, UTC
 */
public record Glance(Instant asOf, List<Line> lines) {

    public Glance {
        lines = List.copyOf(lines);
    }

    /**
     * One server: two kinds of truth, side by side.
     *
     * @param country ISO 3166-1 alpha-2, upper case
     * @param declaration why it is not as it should be, null where nothing is declared
     */
    public record Line(
            String code,
            String city,
            String country,
            Role role,
            DeclaredStatus declared,
            Declaration declaration,
            Observed observed) {}
}
