package net.niner.status.account;

import java.time.LocalDate;

/**
 * Which events are meant; what is null or empty does not matter.
 *
 * @param who a part of the actor's name
 * @param action its beginning, as {@code account.} or {@code job.start}
 * @param subject a part of it
 * @param from the first day, UTC
 * @param to the last day, UTC
 */
public record AuditFilter(String who, String action, String subject, LocalDate from, LocalDate to) {

    public static AuditFilter all() {
        return new AuditFilter(null, null, null, null, null);
    }
}
