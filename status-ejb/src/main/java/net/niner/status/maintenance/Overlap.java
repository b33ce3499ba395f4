package net.niner.status.maintenance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.niner.status.server.Server;

/**
 * Another window at the same time that touches the same servers. Reason for a second thought, not for a refusal: two who work on one machine may well have agreed
 * on it.
 *
 * @param servers codes of those of the other window that are the same
 * @param related codes of those that depend on one of these, or on which one of these depends
 */
public record Overlap(
        long windowId, String title, Instant from, Instant until, Set<String> servers, Set<String> related) {

    public Overlap {
        servers = Set.copyOf(servers);
        related = Set.copyOf(related);
    }

    /**
     * Pure.
     *
     * @param others windows that are not over, but for the one that is planned; one that should have ended may go on for who knows how long
     */
    public static List<Overlap> of(
            Collection<Server> servers,
            Instant from,
            Instant until,
            Collection<MaintenanceWindow> others,
            Instant now) {
        List<Overlap> overlaps = new ArrayList<>();
        for (MaintenanceWindow other : others) {
            boolean goesOn = other.state().isActive() && other.isOverdue(now);
            if (other.from().isBefore(until) && (goesOn || from.isBefore(other.until()))) {
                Set<String> same = new TreeSet<>();
                Set<String> related = new TreeSet<>();
                for (Server theirs : other.servers()) {
                    if (servers.stream().anyMatch(ours -> ours.code().equals(theirs.code()))) {
                        same.add(theirs.code());
                    } else if (servers.stream()
                            .anyMatch(ours -> ours.dependsOn(theirs.code()) || theirs.dependsOn(ours.code()))) {
                        related.add(theirs.code());
                    }
                }
                if (!same.isEmpty() || !related.isEmpty()) {
                    overlaps.add(new Overlap(
                            other.id() == null ? 0 : other.id(),
                            other.title(),
                            other.from(),
                            other.until(),
                            same,
                            related));
                }
            }
        }
        return overlaps;
    }
}
