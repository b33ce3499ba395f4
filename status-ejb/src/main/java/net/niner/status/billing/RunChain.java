package net.niner.status.billing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A run and those that it took over from: people were told of the first of them, and wait for that one. */
final class RunChain {

    private final RunFacts run;
    private final List<RunFacts> links;

    /** @param runs all that there are */
    RunChain(Collection<RunFacts> runs, RunFacts run) {
        this.run = run;
        Set<LocalDate> days = new TreeSet<>(Set.of(run.billDay()));
        boolean grows = true;
        while (grows) {
            grows = runs.stream()
                            .filter(each -> each.supersededBy() != null && days.contains(each.supersededBy()))
                            .filter(each -> days.add(each.billDay()))
                            .count()
                    > 0;
        }
        this.links = runs.stream()
                .filter(each -> days.contains(each.billDay()))
                .sorted(Comparator.comparing(RunFacts::billDay))
                .toList();
    }

    boolean contains(LocalDate billDay) {
        return billDay.equals(run.billDay())
                || links.stream().anyMatch(link -> link.billDay().equals(billDay));
    }

    /** Whether the run of that bill day, by itself, was to bill all of these. */
    boolean covers(LocalDate billDay, Collection<ServiceFacts> services) {
        return links.stream().filter(link -> link.billDay().equals(billDay)).anyMatch(link -> services.stream()
                .allMatch(service -> link.coverage().contains(service.expiresOn())));
    }

    /** When the first of it was to go out. */
    LocalDate scheduled() {
        return links.isEmpty() ? run.billDay() : links.get(0).billDay();
    }

    /** When the first of it was to go out that was to bill any of these; where there are none, the first that this client was told of. */
    LocalDate scheduled(ClientFacts client, Collection<ServiceFacts> services) {
        return links.stream()
                .filter(link -> services.isEmpty()
                        ? client.told().stream().anyMatch(told -> told.billDay().equals(link.billDay()))
                        : services.stream().anyMatch(service -> link.coverage().contains(service.expiresOn())))
                .map(RunFacts::billDay)
                .findFirst()
                .orElse(run.billDay());
    }
}
