package net.niner.status.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An active client, as far as notices go.
 *
 * @param language in which they are written to
 * @param services the active ones that have an expiry, next first
 * @param waivers the days on which it was said that they get no invoice in a run, by the run's bill day
 * @param told of delays
 */
public record ClientFacts(
        long id,
        String name,
        Optional<String> email,
        Optional<String> alternateEmail,
        Locale language,
        ZoneId zone,
        boolean wantsReminders,
        List<ServiceFacts> services,
        List<InvoiceFacts> invoices,
        Map<LocalDate, LocalDate> waivers,
        List<Told> told) {

    /**
     * That the invoice of a run comes late.
     *
     * @param billDay of the run
     * @param revision of the promise that they were told
     * @param at when the mail went out, or is to
     * @param lost how many mails about it passed their time unsent
     * @param counts whether one was sent, or still may be
     */
    public record Told(LocalDate billDay, int revision, Instant at, int lost, boolean counts) {

        public Told(LocalDate billDay, int revision, Instant at) {
            this(billDay, revision, at, 0, true);
        }
    }

    public ClientFacts {
        services = services.stream()
                .sorted(Comparator.comparing(ServiceFacts::expiresOn).thenComparing(ServiceFacts::name))
                .toList();
        invoices = List.copyOf(invoices);
        waivers = Map.copyOf(waivers);
        told = List.copyOf(told);
    }

    /** As it stood at the end of that day; what is told later has not been told. */
    public ClientFacts on(LocalDate day, Instant until) {
        return new ClientFacts(
                id,
                name,
                email,
                alternateEmail,
                language,
                zone,
                wantsReminders,
                services,
                invoices.stream().map(invoice -> invoice.on(day)).toList(),
                waivers.entrySet().stream()
                        .filter(waiver -> !waiver.getValue().isAfter(day))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                told.stream().filter(each -> each.at().isBefore(until)).toList());
    }

    /** Where mail to them goes. */
    public Optional<String> address() {
        return email.or(() -> alternateEmail);
    }

    /** Those services that a run covers. */
    public List<ServiceFacts> covered(Coverage coverage) {
        return services.stream()
                .filter(service -> coverage.contains(service.expiresOn()))
                .toList();
    }
}
