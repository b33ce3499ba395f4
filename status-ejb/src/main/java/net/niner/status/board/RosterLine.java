package net.niner.status.board;

import java.time.LocalDate;
import net.niner.status.probe.Outcome;
import net.niner.status.server.DeclaredStatus;
import net.niner.status.server.Role;
import net.niner.status.server.Visibility;

/**
 * A server as the back office lists it.
 *
 * @param place in the list of all, counted from 1
 * @param parent the code of the server without which this one cannot be reached, null for none
 * @param retiredOn the day from which it serves no more, null while it does
 * @param checks how many it has, the paused ones included
 */
public record RosterLine(
        int place,
        String code,
        String city,
        String country,
        Role role,
        Visibility visibility,
        String parent,
        LocalDate retiredOn,
        DeclaredStatus declared,
        Outcome observed,
        int checks) {

    /** The same, with what its checks see. */
    RosterLine with(Outcome seen, int count) {
        return new RosterLine(place, code, city, country, role, visibility, parent, retiredOn, declared, seen, count);
    }
}
