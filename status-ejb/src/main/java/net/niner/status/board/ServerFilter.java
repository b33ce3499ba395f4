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

    public static final ServerFilter ALL = new ServerFilter(null, null, null, null, null);

    /** By what the list can be ordered. */
    public enum Sort {
        PLACE("s.list_position"),
        CODE("s.code"),
        CITY("lower(s.city)"),
        ROLE("s.role"),
        DECLARED("s.visibility"),
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
