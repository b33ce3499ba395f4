package net.niner.status.billing;

import java.time.LocalDate;

/**
 * A service, as somebody types it.
 *
 * @param expiresOn the last day that is paid for, null where there is none
 */
public record ServiceDraft(ServiceKind kind, String name, LocalDate expiresOn, ServiceState state) {}
