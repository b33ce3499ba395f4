package net.niner.status.board;

import static net.niner.status.server.DeclaredStatus.DEGRADED;
import static net.niner.status.server.DeclaredStatus.MAINTENANCE;
import static net.niner.status.server.DeclaredStatus.MAJOR_OUTAGE;
import static net.niner.status.server.DeclaredStatus.PARTIAL_OUTAGE;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.niner.status.board.Glance.Line;
import net.niner.status.server.DeclaredStatus;

/**
 * What the overall sentence says, before it is put into words: is it me, or is it them? What people declared comes first; what only
 * the checks see comes next, and is said to be undeclared; a watch that sees nothing never passes for good news.
 *
 * @param declared the lines with declared trouble, worst first
 * @param undeclared the lines declared operational that do not answer, longest first
 * @param seen what the checks see of all lines, internal ones included
 */
public record Headline(List<Line> declared, List<Line> undeclared, Seen seen) {

    private static final List<DeclaredStatus> WORST_FIRST =
            List.of(MAJOR_OUTAGE, PARTIAL_OUTAGE, DEGRADED, MAINTENANCE);

    /** Which sentence it is. */
    public enum Kind {
        NOTHING_LISTED,
        DECLARED,
        UNDECLARED,
        WATCH_SILENT,
        WATCH_UNPROVEN,
        ALL_OPERATIONAL
    }

    public Headline {
        declared = List.copyOf(declared);
        undeclared = List.copyOf(undeclared);
    }

    public static Headline of(List<Line> lines) {
        return new Headline(
                lines.stream()
                        .filter(line -> WORST_FIRST.contains(line.declared()))
                        .sorted(Comparator.comparing(line -> WORST_FIRST.indexOf(line.declared())))
                        .toList(),
                lines.stream()
                        .filter(line -> Agreement.of(line) == Agreement.UNDECLARED)
                        .sorted(Comparator.comparing(
                                line -> line.observed().since(), Comparator.nullsLast(Comparator.naturalOrder())))
                        .toList(),
                Seen.of(lines));
    }

    public Kind kind() {
        if (!declared.isEmpty()) {
            return Kind.DECLARED;
        }
        if (!undeclared.isEmpty()) {
            return Kind.UNDECLARED;
        }
        return switch (seen.watch()) {
            case SILENT -> Kind.WATCH_SILENT;
            case UNPROVEN -> Kind.WATCH_UNPROVEN;
            case NONE, WATCHING -> seen.systems() == 0 ? Kind.NOTHING_LISTED : Kind.ALL_OPERATIONAL;
        };
    }

    /** When the first of the undeclared went down, UTC. */
    public Optional<Instant> undeclaredSince() {
        return undeclared.stream()
                .map(line -> line.observed().since())
                .filter(Objects::nonNull)
                .findFirst();
    }
}
