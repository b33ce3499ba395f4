package net.niner.status.web.billing;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.niner.status.billing.InvoiceRuns;
import net.niner.status.billing.RunClient;
import net.niner.status.billing.RunClient.Standing;
import net.niner.status.billing.RunSheet;
import net.niner.status.billing.RunState;
import net.niner.status.billing.ToldOf;
import net.niner.status.incident.Incident;
import net.niner.status.incident.PublishedIncidents;
import net.niner.status.platform.Page;
import net.niner.status.post.Post;
import net.niner.status.post.PostState;
import net.niner.status.post.Posts;
import net.niner.status.web.account.Me;
import net.niner.status.web.platform.Feedback;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.faces.Lines;
import net.niner.status.web.platform.faces.Missing;
import org.omnifaces.util.Faces;

/** The page at {@code /admin/billing-run}: one run, who waits for an invoice, what they were told, and what can be done about it. */
@Named
@ViewScoped
public class BillingRunPage implements Serializable {

    private static final long serialVersionUID = 1;
    private static final int INCIDENTS = 30;

    @Inject
    private transient InvoiceRuns runs;

    @Inject
    private transient PublishedIncidents incidents;

    @Inject
    private transient Posts posts;

    @Inject
    private Me me;

    @Inject
    private Visitor visitor;

    @Inject
    private BillingDays days;

    /** The service sorts; a reader finds by name and by what is missing. */
    public enum Sort {
        STANDING
    }

    private final BillingFaults faults = new BillingFaults();
    private final Lines<RunClient, Sort> clients = new Lines<>(Sort.STANDING, this::page, RunClient::id);

    private Long id;
    private transient RunSheet run;
    private transient ToldOf told;
    private int version;
    private LocalDate today;
    private String promised;
    private String printed;
    private String cause;
    private Long incident;
    private String proposed;
    private Long chosen;
    private String chosenName;
    private String number;
    private String issued;
    private String reason;
    private String restIssued;
    private String text;
    private Standing standing;

    @PostConstruct
    void open() {
        if (!me.may("BILLING")) {
            Missing.refuse();
            return;
        }
        String asked = Faces.getRequestParameter("id");
        Optional<RunSheet> found =
                asked != null && asked.matches("\\d{1,9}") ? runs.find(Long.parseLong(asked)) : Optional.empty();
        if (found.isEmpty()) {
            Missing.answer();
            return;
        }
        id = found.get().line().id();
        today = runs.today();
        show(found.get());
        issued = BillingDays.field(today);
        restIssued = issued;
    }

    private void show(RunSheet sheet) {
        run = sheet;
        version = sheet.version();
        promised = BillingDays.field(sheet.line().promisedOn());
        printed = BillingDays.field(sheet.line().printedOn());
        cause = sheet.cause().orElse("");
        incident = sheet.incident().orElse(null);
    }

    /** Anew after what was done; null for a page that is refused. */
    public RunSheet getRun() {
        if (run == null && id != null) {
            run = runs.find(id).orElseThrow();
        }
        return run;
    }

    private Page<RunClient> page(Sort sort, boolean ascending, int first, int most) {
        return id == null ? new Page<>(List.of(), 0) : runs.clients(id, standing, text, first, most);
    }

    /** Shows who will be told before the date is promised. */
    public void propose() {
        proposed = null;
        told = null;
        run = null;
        Optional<LocalDate> day = BillingDays.read(promised);
        faults.errors().clear();
        if (day.isEmpty()) {
            faults.put("promisedOn", visitor.text("billing.fault.DAY"));
        } else if (day.get().isBefore(today)) {
            faults.put("promisedOn", visitor.text("billing.fault.PAST"));
        } else if (day.get().isAfter(today.plusYears(1))) {
            faults.put("promisedOn", visitor.text("billing.fault.RANGE"));
        } else {
            proposed = day.get().toString();
        }
    }

    public void promise() {
        LocalDate day = getProposed();
        if (day == null) {
            // pressed twice: the first press did it
            return;
        }
        act("billing.promised", days.text(day), () -> runs.promise(id, version, day));
        proposed = null;
    }

    /** Whether somebody loses a service before the day that is proposed. */
    public boolean isAfterExpiry() {
        LocalDate day = getProposed();
        LocalDate hurts = getRun().line().hurtsOn();
        return day != null && hurts != null && day.isAfter(hurts);
    }

    /** What somebody else put into a field meanwhile, to be read beside what was typed; null where that is the same. */
    public String theirs(String field) {
        if (!faults.clashed()) {
            return null;
        }
        RunSheet now = getRun();
        String stored;
        String typed;
        String shown;
        switch (field) {
            case "promised" -> {
                stored = BillingDays.field(now.line().promisedOn());
                shown = days.text(now.line().promisedOn());
                typed = promised;
            }
            case "printed" -> {
                stored = BillingDays.field(now.line().printedOn());
                shown = days.text(now.line().printedOn());
                typed = printed;
            }
            default -> {
                stored = now.cause().orElse("");
                shown = stored;
                typed = cause;
            }
        }
        if (stored.equals(typed == null ? "" : typed.strip())) {
            return null;
        }
        return stored.isEmpty() ? visitor.text("billing.clash.now.none") : visitor.format("billing.clash.now", shown);
    }

    public void leave() {
        proposed = null;
        promised = BillingDays.field(getRun().line().promisedOn());
    }

    public void explain() {
        act("billing.explained", "", () -> runs.explain(id, version, cause, incident));
    }

    public void print() {
        LocalDate day = BillingDays.read(printed).orElse(null);
        act("billing.printed.saved", days.text(day), () -> runs.print(id, version, day));
    }

    /** The client that something is to be done for. */
    public void choose(RunClient client) {
        chosen = client.id();
        chosenName = client.name();
        number = null;
        reason = null;
    }

    public void forget() {
        chosen = null;
        chosenName = null;
        faults.errors().clear();
    }

    public void issue() {
        LocalDate day = BillingDays.read(issued).orElse(null);
        if (act("billing.issued", chosenName, () -> runs.issue(id, chosen, number, day))) {
            chosen = null;
        }
    }

    public void waive() {
        if (act("billing.waived", chosenName, () -> runs.waive(id, chosen, reason))) {
            chosen = null;
        }
    }

    public void issueRest() {
        LocalDate day = BillingDays.read(restIssued).orElse(null);
        act("billing.rest.done", days.text(day), () -> runs.issueRest(id, version, day));
    }

    private boolean act(String word, String what, Runnable deed) {
        boolean done = faults.attempt(visitor.words(), deed);
        run = null;
        if (done) {
            show(getRun());
            Feedback.say(word, what);
        } else {
            version = getRun().version();
        }
        return done;
    }

    /** Who would be told of the proposed date. */
    public ToldOf getTold() {
        if (told == null) {
            told = runs.toldOf(id);
        }
        return told;
    }

    /** The incidents that may be the cause, latest first. */
    public List<Incident> getIncidents() {
        List<Incident> offered = new ArrayList<>(incidents.latest(0, INCIDENTS).rows());
        if (incident != null && offered.stream().noneMatch(one -> one.id().equals(incident))) {
            incidents.find(incident).ifPresent(offered::add);
        }
        return offered;
    }

    /** The post about the delay, and the one about its end, as far as there are any. */
    public List<Post> getAbout() {
        RunSheet sheet = getRun();
        if (sheet == null) {
            return List.of();
        }
        return Stream.of(sheet.latePost(), sheet.sentPost())
                .flatMap(Optional::stream)
                .flatMap(post -> posts.look(post).stream())
                .toList();
    }

    public boolean isPublished(Post post) {
        return post.state() == PostState.PUBLISHED;
    }

    /** By which notices about it are known. */
    public String getSubject() {
        return "run:" + id;
    }

    /** Whether anything can still be done about it. */
    public boolean isOpen() {
        return getRun() != null && getRun().line().isOpen();
    }

    public boolean isLate() {
        return getRun() != null && getRun().line().state() == RunState.LATE;
    }

    public Standing[] getStandings() {
        return Standing.values();
    }

    public Map<String, String> getErrors() {
        return faults.errors();
    }

    public Lines<RunClient, Sort> getClients() {
        return clients;
    }

    public Long getId() {
        return id;
    }

    public int getVersion() {
        return version;
    }

    public LocalDate getToday() {
        return today;
    }

    public LocalDate getProposed() {
        return proposed == null ? null : LocalDate.parse(proposed);
    }

    public Long getChosen() {
        return chosen;
    }

    public String getChosenName() {
        return chosenName;
    }

    public String getPromised() {
        return promised;
    }

    public void setPromised(String promised) {
        this.promised = promised;
    }

    public String getPrinted() {
        return printed;
    }

    public void setPrinted(String printed) {
        this.printed = printed;
    }

    public String getCause() {
        return cause;
    }

    public void setCause(String cause) {
        this.cause = cause;
    }

    public Long getIncident() {
        return incident;
    }

    public void setIncident(Long incident) {
        this.incident = incident;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getIssued() {
        return issued;
    }

    public void setIssued(String issued) {
        this.issued = issued;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getRestIssued() {
        return restIssued;
    }

    public void setRestIssued(String restIssued) {
        this.restIssued = restIssued;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text == null || text.isBlank() ? null : text;
    }

    public Standing getStanding() {
        return standing;
    }

    public void setStanding(Standing standing) {
        this.standing = standing;
    }
}
