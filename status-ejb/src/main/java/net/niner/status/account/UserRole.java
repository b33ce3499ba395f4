package net.niner.status.account;

import java.util.EnumSet;
import java.util.Set;

/** The parts that people play, each a set of permissions. */
public enum UserRole {
    OWNER(EnumSet.allOf(Permission.class)),
    EDITOR(EnumSet.of(Permission.READ, Permission.POSTS, Permission.INCIDENTS, Permission.MAINTENANCE)),
    OPERATOR(EnumSet.of(Permission.READ, Permission.SERVERS, Permission.JOBS)),
    BILLING(EnumSet.of(Permission.READ, Permission.BILLING)),
    READER(EnumSet.of(Permission.READ));

    private final Set<Permission> permissions;

    UserRole(Set<Permission> permissions) {
        this.permissions = Set.copyOf(permissions);
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    /** Owners hold every key, so a password alone does not open for them. */
    public boolean needsSecondFactor() {
        return this == OWNER;
    }
}
