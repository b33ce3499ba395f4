package net.niner.status.billing;

import java.time.LocalDate;

/**
 * A service of a client.
 *
 * @param expiresOn null where the source has none that can be
 * @param invoice number of the issued invoice of the run that covers its expiry, null for none
 * @param issuedOn when that invoice went out, null where there is none
 */
public record ServiceLine(
        long id,
        String source,
        ServiceKind kind,
        String name,
        LocalDate expiresOn,
        ServiceState state,
        String invoice,
        LocalDate issuedOn,
        int version) {}
