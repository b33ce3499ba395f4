package net.niner.status.billing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * An invoice run, as a list shows it.
 *
 * @param printedOn null while nobody has said it
 * @param promisedOn null while nobody has promised anything
 * @param clients those with an active service in its coverage
 * @param invoiced how many of them have an issued invoice
 * @param waived how many of the others need none
 * @param hurtsOn when the first service expires of those who have neither, null if there is none
 */
public record RunLine(
        long id,
        LocalDate billDay,
        LocalDate coversFrom,
        LocalDate coversTo,
        RunState state,
        LocalDate printedOn,
        LocalDate promisedOn,
        int clients,
        int invoiced,
        int waived,
        LocalDate hurtsOn) {

    /** How many clients have neither an issued invoice nor a waiver. */
    public int missing() {
        return clients - invoiced - waived;
    }

    /** Whether something is still to be done about it. */
    public boolean isOpen() {
        return state != RunState.COMPLETED && state != RunState.SUPERSEDED;
    }

    /** Days until a client loses something that nobody billed; below zero when that has happened. Empty when it cannot. */
    public Optional<Long> daysUntilItHurts(LocalDate today) {
        return isOpen()
                ? Optional.ofNullable(hurtsOn).map(day -> ChronoUnit.DAYS.between(today, day))
                : Optional.empty();
    }
}
