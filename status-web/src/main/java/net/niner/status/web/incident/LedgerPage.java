package net.niner.status.web.incident;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import net.niner.status.incident.FollowUp;
import net.niner.status.incident.FollowUpProof;
import net.niner.status.incident.PublicLedger;
import net.niner.status.incident.PublicLedger.Entry;
import net.niner.status.incident.Standing;
import net.niner.status.probe.Outcome;
import net.niner.status.web.platform.Visitor;

/** What was promised in post-mortems, and what became of it: the page at {@code /follow-ups}. */
@Named
@RequestScoped
public class LedgerPage {

    @EJB
    private PublicLedger ledger;

    @Inject
    private Visitor visitor;

    @Inject
    private Days days;

    private List<Group> groups;

    /** Promises of one standing. */
    public record Group(Standing standing, int count, List<Line> lines) {}

    /**
     * A promise.
     *
     * @param when {@code due 7 July 2025}, or since when it is done or dropped
     * @param from the title of its post-mortem, empty for none
     * @param reason why it was dropped, empty for none
     * @param link to what proves it, null for none
     * @param proof what a check says of it, null for none
     */
    public record Line(
            long id,
            String text,
            String owner,
            Standing standing,
            String due,
            String ended,
            String from,
            String address,
            String reason,
            String link,
            String host,
            Proof proof) {}

    /** @param name empty where visitors do not see the check */
    public record Proof(String name, Outcome outcome) {}

    @PostConstruct
    void read() {
        groups = ledger.groups().stream()
                .map(group -> new Group(
                        group.standing(),
                        group.entries().size(),
                        group.entries().stream().map(this::line).toList()))
                .toList();
    }

    private Line line(Entry entry) {
        FollowUp promise = entry.followUp();
        LocalDate moved = LocalDate.ofInstant(promise.movedAt(), ZoneOffset.UTC);
        boolean ended = entry.standing() == Standing.DONE || entry.standing() == Standing.DROPPED;
        FollowUpProof proof = entry.proof();
        return new Line(
                promise.id(),
                promise.text(),
                promise.owner(),
                entry.standing(),
                days.due(entry.due()),
                ended ? days.text(moved) : "",
                entry.postMortem(),
                entry.address(),
                promise.reason().orElse(""),
                entry.link(),
                entry.link() == null ? "" : URI.create(entry.link()).getHost(),
                proof == null ? null : new Proof(proof.name(), proof.outcome()));
    }

    public List<Group> getGroups() {
        return groups;
    }

    /** {@code 2 overdue, 1 open} */
    public String getSummary() {
        return groups.stream()
                .map(group -> visitor.words()
                        .of(
                                "followup.count",
                                group.count(),
                                visitor.textFor("followup.standing.low", group.standing())))
                .collect(Collectors.joining(", "));
    }
}
