package net.niner.status.account;

import java.util.Set;

/**
 * Who does something.
 *
 * @param userId of the person, null for the site itself and for the operator's token
 * @param name as the audit trail shows it: a person's e-mail address, for a token with its name behind it
 * @param address the network address that the request came from, null for the site itself
 */
public record Actor(Long userId, String name, String address, Set<Permission> permissions) {

    public Actor {
        permissions = Set.copyOf(permissions);
    }

    /** The site itself, for what no person asked for: the schedule, the start. */
    public static Actor site() {
        return new Actor(null, "site", null, Set.of(Permission.values()));
    }

    /** Somebody who has not signed in yet. */
    public static Actor nobody(String address) {
        return new Actor(null, "nobody", address, Set.of());
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
