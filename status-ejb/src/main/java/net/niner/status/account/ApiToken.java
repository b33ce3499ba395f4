package net.niner.status.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * What a script signs in with.
 *
 * @param person the e-mail address of whom it belongs to, null for the operator's token
 * @param permissions as it was made; it may do no more than its person may now
 * @param expiresOn the day from which it works no more, UTC; null for none
 * @param lastUsed to the minute; null if never
 */
public record ApiToken(
        long id,
        String name,
        String person,
        Set<Permission> permissions,
        Instant created,
        LocalDate expiresOn,
        Instant lastUsed,
        String lastAddress) {}
