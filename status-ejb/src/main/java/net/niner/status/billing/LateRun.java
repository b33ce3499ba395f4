package net.niner.status.billing;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A run that is late, as everybody may know.
 *
 * @param billDay on which its invoices should have gone out; of several that are late the first
 * @param promisedOn when they will really go out
 * @param passed whether that day is over, in the company's zone
 * @param postPath of the post about it, as in {@code /2025/06/19/our-invoices-are-late}
 * @param incidentPath of the incident that is the cause, as in {@code /incidents/17}
 */
public record LateRun(
        LocalDate billDay,
        Optional<LocalDate> promisedOn,
        boolean passed,
        Optional<String> postPath,
        Optional<String> incidentPath) {}
