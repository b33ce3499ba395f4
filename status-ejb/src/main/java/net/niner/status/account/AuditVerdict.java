package net.niner.status.account;

/**
 * Whether the trail is whole.
 *
 * @param events how many there are, or were until the first that is not as it was written
 * @param firstBroken the number of the first event that was changed, removed or slipped in, or that may have stood where the end was cut off; null
 *     if the trail is whole
 * @param head the hash at the end of the chain: written down elsewhere, it proves later what the trail was
 */
public record AuditVerdict(long events, Long firstBroken, String head) {

    public boolean isWhole() {
        return firstBroken == null;
    }
}
