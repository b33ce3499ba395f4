package net.niner.status.billing;

import java.time.LocalDate;

/**
 * A client with an active service in a run's coverage.
 *
 * @param services how many of them
 * @param firstExpiry of them
 * @param invoice its number, null if there is none, or none that was issued
 * @param issuedOn null where that is not known
 * @param reason why the client needs no invoice, null if nobody waived it
 */
public record RunClient(
        long id,
        String name,
        int services,
        LocalDate firstExpiry,
        Standing standing,
        String invoice,
        LocalDate issuedOn,
        String reason) {

    /** What became of the client's invoice in a run. */
    public enum Standing {
        /** No invoice went out. */
        MISSING,
        INVOICED,
        /** None is needed. */
        WAIVED
    }
}
