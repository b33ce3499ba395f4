package net.niner.status.web.incident;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.niner.status.incident.FollowUp;
import net.niner.status.incident.FollowUpDraft;
import net.niner.status.incident.FollowUpState;
import net.niner.status.incident.FollowUps;
import net.niner.status.incident.InvalidFollowUp;
import net.niner.status.platform.ChangedMeanwhile;
import net.niner.status.probe.CheckReport;
import net.niner.status.probe.Checks;
import net.niner.status.web.account.Me;
import net.niner.status.web.platform.Feedback;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.faces.Missing;
import org.omnifaces.util.Faces;

/** One follow-up: what is promised, how it stands, and what proves it. Without a number in the address it is a new one. */
@Named
@ViewScoped
public class FollowUpPage implements Serializable {

    private static final long serialVersionUID = 1;
    private static final String BOARD = "/admin/follow-ups";

    @Inject
    private transient FollowUps followUps;

    @Inject
    private transient Checks checks;

    @Inject
    private Me me;

    @Inject
    private Visitor visitor;

    @Inject
    private Days days;

    private Long id;
    private int version;
    private FollowUpRow row;
    private String text;
    private String owner;
    private String due;
    private boolean open = true;
    private String reason;
    private String link;
    private Long check;
    private final Map<String, String> errors = new HashMap<>();

    @PostConstruct
    void enter() {
        String asked = Faces.getRequestParameter("id");
        if (!me.may("INCIDENTS")) {
            Missing.refuse();
            return;
        }
        if (asked != null) {
            Optional<FollowUp> found =
                    asked.matches("\\d{1,18}") ? followUps.look(Long.parseLong(asked)) : Optional.empty();
            found.ifPresentOrElse(this::show, Missing::answer);
        }
    }

    private void show(FollowUp followUp) {
        id = followUp.id();
        version = followUp.version();
        row = FollowUpRow.of(followUp, followUps.today(), days);
        text = followUp.text();
        owner = followUp.owner();
        due = followUp.due().map(LocalDate::toString).orElse("");
        open = followUp.isPublic();
        link = followUp.link().orElse("");
        check = followUp.checkId().orElse(null);
        reason = "";
    }

    /** Saves and goes back to the board; or stays, and says beside each field what is wrong. */
    public void save() throws IOException {
        attempt(() -> {
            LocalDate day = day();
            if (!errors.isEmpty()) {
                return;
            }
            FollowUpDraft draft = new FollowUpDraft(text, owner, day, open);
            if (id == null) {
                followUps.add(draft);
            } else {
                followUps.change(id, version, draft);
            }
            Feedback.say("followup.saved");
        });
    }

    public void move(FollowUpState state) throws IOException {
        attempt(() -> {
            FollowUp moved = followUps.move(id, version, state);
            Feedback.say("followup.moved", moved.text(), visitor.textFor("followup.state", state));
        });
    }

    public void drop() throws IOException {
        attempt(() -> {
            followUps.drop(id, version, reason);
            Feedback.say("followup.dropped");
        });
    }

    public void prove() throws IOException {
        attempt(() -> {
            followUps.prove(id, version, link, check);
            Feedback.say("followup.proved");
        });
    }

    private void attempt(Runnable deed) throws IOException {
        errors.clear();
        try {
            deed.run();
        } catch (InvalidFollowUp invalid) {
            explain(invalid);
        } catch (ChangedMeanwhile meanwhile) {
            FollowUp there = followUps.look(id).orElseThrow();
            version = there.version();
            row = FollowUpRow.of(there, followUps.today(), days);
            Feedback.complain("followup.meanwhile", meanwhile.by() == null ? "?" : meanwhile.by());
            return;
        }
        if (errors.isEmpty()) {
            leave();
        } else {
            Feedback.complain("followup.wrong");
        }
    }

    private static void leave() throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect(BOARD);
    }

    private void explain(InvalidFollowUp invalid) {
        invalid.problems()
                .forEach(problem -> errors.put(problem.field(), visitor.textFor("followup.fault", problem.fault())));
    }

    private LocalDate day() {
        try {
            return due == null || due.isBlank() ? null : LocalDate.parse(due.strip());
        } catch (DateTimeParseException e) {
            errors.put("due", visitor.text("followup.fault.day"));
            return null;
        }
    }

    /** All there are, in the order of the servers. */
    public List<CheckReport> getChecks() {
        return checks.reports();
    }

    /** What the chosen check says now, null where none is chosen. */
    public CheckReport getProof() {
        return check == null
                ? null
                : checks.reports().stream()
                        .filter(report -> report.id() == check)
                        .findFirst()
                        .orElse(null);
    }

    public Map<String, String> getErrors() {
        return errors;
    }

    public boolean isKnown() {
        return id != null;
    }

    /** As it is stored, null for a new one. */
    public FollowUpRow getRow() {
        return row;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        this.owner = owner;
    }

    public String getDue() {
        return due;
    }

    public void setDue(String due) {
        this.due = due;
    }

    public boolean isOpen() {
        return open;
    }

    public void setOpen(boolean open) {
        this.open = open;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getLink() {
        return link;
    }

    public void setLink(String link) {
        this.link = link;
    }

    public Long getCheck() {
        return check;
    }

    public void setCheck(Long check) {
        this.check = check;
    }
}
