package net.niner.status.notice;

import java.util.EnumSet;
import java.util.Set;
import net.niner.status.server.Role;
import net.niner.status.server.Visibility;

/** How bad what an alert tells is, mildest first. */
public enum AlertSeverity {
    /** No client feels it: a server that serves none, a check beside what counts, a finding. */
    MINOR,
    /** Clients may feel it, as of a secondary nameserver or a relay. */
    MAJOR,
    /** Clients feel it: mail, web, the primary nameserver or telephony of a public server, or several servers at once. It goes out at night too. */
    CRITICAL;

    /** As many servers that are down at once are critical, whatever they do. */
    static final int MANY = 3;

    private static final Set<Role> FELT_AT_ONCE =
            EnumSet.of(Role.MAIL_SERVER, Role.WEB_SERVER, Role.PRIMARY_NAMESERVER, Role.PHONE_SERVER);

    /**
     * Of an outage.
     *
     * @param counts whether the check decides on its server's ping
     */
    static AlertSeverity of(Role role, Visibility visibility, boolean counts) {
        if (visibility == Visibility.INTERNAL || !counts) {
            return MINOR;
        }
        return FELT_AT_ONCE.contains(role) ? CRITICAL : MAJOR;
    }
}
