package net.niner.status.billing;

import java.time.LocalDate;

/**
 * A service, as a billing system or a person tells of one; known by source and id.
 *
 * @param clientId id of its client, of the same source
 * @param name as its client knows it: {@code example.org}
 * @param expiresOn the last day that is paid for, null where the source has none that can be
 */
public record ServiceRecord(
        String source,
        String id,
        String clientId,
        ServiceKind kind,
        String name,
        LocalDate expiresOn,
        ServiceState state) {}
