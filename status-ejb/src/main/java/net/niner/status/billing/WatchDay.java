package net.niner.status.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The day that is looked at.
 *
 * @param today in the company's zone
 * @param now of that day, from when on mail may go out
 */
public record WatchDay(LocalDate today, ZoneId zone, Instant now) {

    /** When it is over. */
    Instant until() {
        return today.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
