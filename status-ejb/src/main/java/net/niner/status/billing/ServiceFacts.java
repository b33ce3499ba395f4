package net.niner.status.billing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** An active service, as far as notices go. */
public record ServiceFacts(long id, ServiceKind kind, String name, LocalDate expiresOn) {

    /** Negative once it has expired. */
    public int daysLeft(LocalDate today) {
        return (int) ChronoUnit.DAYS.between(today, expiresOn);
    }
}
