package net.niner.status.server;

import java.time.LocalDate;

/**
 * A server as somebody describes it, not yet found valid.
 *
 * @param code fixed once the server is there
 * @param parent the code of the server without which this one cannot be reached, null or empty for none
 * @param inServiceFrom first day of service, null if nobody remembers
 */
public record ServerDraft(
        String code,
        String city,
        String country,
        Role role,
        Visibility visibility,
        String parent,
        LocalDate inServiceFrom) {

    public ServerDraft {
        code = code == null ? "" : code.strip();
        city = city == null ? "" : city.strip();
        parent = parent == null || parent.isBlank() ? null : parent.strip();
    }
}
