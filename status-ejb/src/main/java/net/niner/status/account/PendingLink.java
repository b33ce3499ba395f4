package net.niner.status.account;

/**
 * A one-time link that still works, and whom it is for.
 *
 * @param userId null for {@link LinkKind#SETUP}, where nobody is there yet
 */
public record PendingLink(String hash, LinkKind kind, Long userId, String email, String name, UserRole role) {

    public boolean secondFactorRequired() {
        return role.needsSecondFactor();
    }
}
