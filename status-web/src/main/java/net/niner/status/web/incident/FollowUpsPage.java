package net.niner.status.web.incident;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.niner.status.incident.FollowUp;
import net.niner.status.incident.FollowUpState;
import net.niner.status.incident.FollowUps;
import net.niner.status.platform.ChangedMeanwhile;
import net.niner.status.web.platform.Feedback;
import net.niner.status.web.platform.Visitor;

/** The board: a column for each state, and what can be moved between them. */
@Named
@ViewScoped
public class FollowUpsPage implements Serializable {

    private static final long serialVersionUID = 1;

    /** What was last moved comes first where the work has ended. */
    private static final Comparator<FollowUp> LATEST_FIRST =
            Comparator.comparing(FollowUp::movedAt).reversed();

    @Inject
    private transient FollowUps followUps;

    @Inject
    private Days days;

    @Inject
    private Visitor visitor;

    private String owner;

    /** As they are shown, so that a press is meant for what its reader saw; null to read them anew. */
    private List<Column> columns;

    /** One state, and what is in it. */
    public record Column(FollowUpState state, List<FollowUpRow> rows) implements Serializable {}

    public List<Column> getColumns() {
        if (columns == null) {
            columns = read();
        }
        return columns;
    }

    private List<Column> read() {
        List<FollowUp> shown = followUps.all().stream()
                .filter(promise -> owner == null || promise.owner().equals(owner))
                .toList();
        LocalDate today = followUps.today();
        return Stream.of(
                        FollowUpState.OPEN,
                        FollowUpState.IN_PROGRESS,
                        FollowUpState.ONGOING,
                        FollowUpState.DONE,
                        FollowUpState.DROPPED)
                .map(state -> new Column(state, rows(shown, state, today)))
                .toList();
    }

    private List<FollowUpRow> rows(List<FollowUp> shown, FollowUpState state, LocalDate today) {
        Stream<FollowUp> those = shown.stream().filter(promise -> promise.state() == state);
        return (state.isDueSomeDay() || state == FollowUpState.ONGOING ? those : those.sorted(LATEST_FIRST))
                .map(promise -> FollowUpRow.of(promise, today, days))
                .toList();
    }

    public void move(FollowUpRow shown, FollowUpState state) {
        try {
            followUps.move(shown.id(), shown.version(), state);
            Feedback.say("followup.moved", shown.text(), visitor.textFor("followup.state", state));
        } catch (ChangedMeanwhile meanwhile) {
            Feedback.complain("followup.board.meanwhile", shown.text(), meanwhile.by() == null ? "?" : meanwhile.by());
        }
        columns = null;
    }

    public List<String> getOwners() {
        return followUps.all().stream()
                .map(FollowUp::owner)
                .distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }

    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        String chosen = owner == null || owner.isBlank() ? null : owner;
        if (!Objects.equals(chosen, this.owner)) {
            this.owner = chosen;
            columns = null;
        }
    }
}
