package net.niner.status.billing;

import java.time.LocalDate;

/**
 * A client, as a list shows it.
 *
 * @param services how many are active
 * @param nextExpiry of them, null if none expires
 * @param unpaid how many invoices were issued and not paid
 */
public record ClientLine(
        long id,
        String name,
        String source,
        String sourceId,
        boolean active,
        int services,
        LocalDate nextExpiry,
        int unpaid) {}
