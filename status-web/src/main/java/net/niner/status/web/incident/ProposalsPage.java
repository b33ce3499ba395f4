package net.niner.status.web.incident;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import net.niner.status.incident.InvalidIncident;
import net.niner.status.incident.ProposalKind;
import net.niner.status.incident.ProposalRules;
import net.niner.status.web.platform.Feedback;

/** What an outage of each server leads to. */
@Named
@ViewScoped
public class ProposalsPage implements Serializable {

    private static final long serialVersionUID = 1;

    @Inject
    private transient ProposalRules rules;

    private List<Row> rows = List.of();

    /** A server's rule on the form. */
    public static final class Row implements Serializable {

        private static final long serialVersionUID = 1;

        private final String code;
        private final String city;
        private ProposalKind kind;
        private Integer minutes;

        Row(ProposalRules.Line line) {
            this.code = line.server().code();
            this.city = line.server().location().city();
            this.kind = line.kind();
            this.minutes = line.afterMinutes();
        }

        public String getCode() {
            return code;
        }

        public String getCity() {
            return city;
        }

        public ProposalKind getKind() {
            return kind;
        }

        public void setKind(ProposalKind kind) {
            this.kind = kind;
        }

        public Integer getMinutes() {
            return minutes;
        }

        public void setMinutes(Integer minutes) {
            this.minutes = minutes;
        }
    }

    @PostConstruct
    void read() {
        rows = rules.all().stream().map(Row::new).toList();
    }

    /** Stores all; what is as it was is no change. */
    public void save() {
        for (Row row : rows) {
            try {
                rules.change(row.code, row.kind, row.minutes == null ? 0 : row.minutes);
            } catch (InvalidIncident invalid) {
                Feedback.complain("incident.proposals.wrong", row.code);
                return;
            }
        }
        read();
        Feedback.say("incident.proposals.saved");
    }

    public List<Row> getRows() {
        return rows;
    }

    public ProposalKind[] getKinds() {
        return ProposalKind.values();
    }
}
