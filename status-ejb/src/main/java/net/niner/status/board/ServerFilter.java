package net.niner.status.board;

import net.niner.status.probe.Outcome;
import net.niner.status.server.Role;
import net.niner.status.server.Visibility;

/**
 * Which servers a person wants to see; null where anything will do.
 *
 * @param text part of the code or the city, in any case
 * @param observed what the checks see
 */
public record ServerFilter(String text, Role role, Visibility visibility, Boolean retired, Outcome observed) {

    /** 0 where nothing is declared but, perhaps, maintenance. */
    private static final String WORST_IMPACT = """
            coalesce((select max(case p.impact when 'MAJOR_OUTAGE' then 3 when 'PARTIAL_OUTAGE' then 2 else 1 end)
            from incident_server p join incident i on i.id = p.incident_id
            where p.server_id = s.id and p.until_at is null and i.published_at is not null and i.resolved_at is null), 0)""";

    public static final ServerFilter ALL = new ServerFilter(null, null, null, null, null);

    /** By what the list can be ordered. */
    public enum Sort {
        PLACE("s.list_position"),
        CODE("s.code"),
        CITY("lower(s.city)"),
        ROLE("s.role"),
        DECLARED("case when s.visibility = 'INTERNAL' then -1 else " + WORST_IMPACT + " end"),
        OBSERVED("coalesce(k.seen, -1)", true),
        CHECKS("coalesce(k.checks, 0)", true);

        final String column;

        /** Whether the checks of all servers must be looked at. */
        final boolean ofChecks;

        Sort(String column) {
            this(column, false);
        }

        Sort(String column, boolean ofChecks) {
            this.column = column;
            this.ofChecks = ofChecks;
        }
    }
}
