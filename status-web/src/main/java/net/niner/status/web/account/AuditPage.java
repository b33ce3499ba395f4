package net.niner.status.web.account;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Serializable;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.niner.status.account.Audit;
import net.niner.status.account.AuditEvent;
import net.niner.status.account.AuditFilter;
import net.niner.status.account.AuditVerdict;
import net.niner.status.web.platform.faces.Missing;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The audit trail: filtered, verified, and taken along as CSV (RFC 4180). */
@Named
@ViewScoped
public class AuditPage implements Serializable {

    private static final long serialVersionUID = 1;
    private static final int SHOWN = 12;

    @Inject
    private Me me;

    @Inject
    private transient Audit audit;

    private String who;
    private String action;
    private String subject;
    private LocalDate from;
    private LocalDate to;
    private transient AuditVerdict verdict;

    private final LazyDataModel<AuditEvent> events = new LazyDataModel<>() {
        private static final long serialVersionUID = 1;

        @Override
        public int count(Map<String, FilterMeta> columns) {
            return audit.count(filter());
        }

        @Override
        public List<AuditEvent> load(
                int first, int most, Map<String, SortMeta> order, Map<String, FilterMeta> columns) {
            return audit.find(filter(), first, most);
        }
    };

    @PostConstruct
    void open() {
        if (!me.may("AUDIT")) {
            Missing.refuse();
        }
    }

    public LazyDataModel<AuditEvent> getEvents() {
        return events;
    }

    /** The first changes of an event: an import may have hundreds, and the CSV holds them all. */
    public List<Map.Entry<String, AuditEvent.Change>> shown(AuditEvent event) {
        return event.changes().entrySet().stream().limit(SHOWN).toList();
    }

    public int hidden(AuditEvent event) {
        return Math.max(0, event.changes().size() - SHOWN);
    }

    public void verify() {
        verdict = audit.verify();
    }

    public AuditVerdict getVerdict() {
        return verdict;
    }

    public void export() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext answer = faces.getExternalContext();
        answer.setResponseContentType("text/csv; charset=UTF-8");
        answer.setResponseHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
        answer.setResponseHeader("Cache-Control", "no-store");
        try (Writer writer = new OutputStreamWriter(answer.getResponseOutputStream(), StandardCharsets.UTF_8)) {
            audit.csv(filter(), writer);
        }
        faces.responseComplete();
    }

    private AuditFilter filter() {
        return new AuditFilter(given(who), given(action), given(subject), from, to);
    }

    private static String given(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    public String getWho() {
        return who;
    }

    public void setWho(String who) {
        this.who = who;
    }

    public String getAction() {
        return action;
    }

    public void setAction(String action) {
        this.action = action;
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(String subject) {
        this.subject = subject;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalDate getTo() {
        return to;
    }

    public void setTo(LocalDate to) {
        this.to = to;
    }
}
