package net.niner.status.web.billing;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.niner.status.billing.BillingCalendar;
import net.niner.status.billing.BillingPolicies;
import net.niner.status.billing.BillingSchedule;
import net.niner.status.billing.ClientPrivacy;
import net.niner.status.billing.ClientSheet;
import net.niner.status.billing.Clients;
import net.niner.status.billing.ErasureEffects;
import net.niner.status.billing.InvoiceRuns;
import net.niner.status.billing.RunLine;
import net.niner.status.billing.ServiceKind;
import net.niner.status.billing.ServiceLine;
import net.niner.status.billing.ServiceState;
import net.niner.status.notice.OwnerTask;
import net.niner.status.notice.OwnerTasks;
import net.niner.status.server.Servers;
import net.niner.status.web.account.Me;
import net.niner.status.web.platform.Feedback;
import net.niner.status.web.platform.Language;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.faces.Missing;
import org.omnifaces.util.Faces;

/** The page at {@code /admin/client}: one client with services, invoices and all that the site knows. Without a number in the address it is a new one. */
@Named
@ViewScoped
public class ClientPage implements Serializable {

    private static final long serialVersionUID = 1;

    @Inject
    private transient Clients clients;

    @Inject
    private transient InvoiceRuns runs;

    @Inject
    private transient BillingPolicies policies;

    @Inject
    private transient OwnerTasks tasks;

    @Inject
    private transient ClientPrivacy privacy;

    @Inject
    private transient Servers servers;

    @Inject
    private Me me;

    @Inject
    private Visitor visitor;

    private final BillingFaults faults = new BillingFaults();
    private Long id;
    private int version;
    private transient ClientSheet client;
    private transient BillingSchedule schedule;
    private transient ErasureEffects effects;
    private final ClientForm form = new ClientForm();
    private ServiceForm service = new ServiceForm();
    private InvoiceForm invoice = new InvoiceForm();
    private boolean servicing;
    private boolean billing;

    @PostConstruct
    void open() {
        if (!me.may("BILLING")) {
            Missing.refuse();
            return;
        }
        String asked = Faces.getRequestParameter("id");
        if (asked == null) {
            return;
        }
        Optional<ClientSheet> found =
                asked.matches("\\d{1,18}") ? clients.find(Long.parseLong(asked)) : Optional.empty();
        if (found.isEmpty()) {
            Missing.answer();
            return;
        }
        show(found.get());
    }

    private void show(ClientSheet sheet) {
        client = sheet;
        id = sheet.id();
        version = sheet.version();
        form.show(sheet.data());
    }

    /** Adds it, or saves what was changed. */
    public void save() throws IOException {
        boolean done = attempt(() -> {
            if (id == null) {
                id = clients.add(form.draft());
            } else {
                clients.change(id, version, form.draft());
            }
        });
        if (done) {
            Feedback.say("billing.client.saved", form.getName());
            FacesContext.getCurrentInstance().getExternalContext().redirect("/admin/client?id=" + id);
        } else if (id != null) {
            version = getClient().version();
        }
    }

    /** Takes it into the form. */
    public void edit(ServiceLine line) {
        faults.errors().clear();
        service = ServiceForm.of(line);
        servicing = true;
    }

    public void forget() {
        faults.errors().clear();
        service = new ServiceForm();
        servicing = false;
    }

    public void saveService() {
        servicing = true;
        if (service.isDayWrong()) {
            faults.put("expiresOn", visitor.text("billing.fault.DAY"));
            return;
        }
        boolean done = attempt(() -> {
            if (service.getId() == null) {
                clients.addService(id, service.draft());
            } else {
                clients.changeService(id, service.getId(), service.version(), service.draft());
            }
        });
        if (done) {
            Feedback.say("billing.service.saved", service.getName());
            forget();
        }
    }

    public void saveInvoice() {
        billing = true;
        if (attempt(() -> clients.addInvoice(id, invoice.draft()))) {
            Feedback.say("billing.invoice.saved", invoice.getNumber());
            invoice = new InvoiceForm();
            billing = false;
        }
    }

    /** All that is kept of the client, as a file. */
    public void export() throws IOException {
        Faces.sendFile(privacy.export(id).getBytes(StandardCharsets.UTF_8), "client-" + id + ".json", true);
    }

    /** What erasing would do. */
    public ErasureEffects getEffects() {
        if (effects == null) {
            effects = privacy.effects(id);
        }
        return effects;
    }

    public void erase() {
        privacy.erase(id);
        client = null;
        show(getClient());
        Feedback.say("billing.erased");
    }

    private boolean attempt(Runnable deed) {
        boolean done = faults.attempt(visitor.words(), deed);
        client = null;
        return done;
    }

    /** Null for a new one. */
    public ClientSheet getClient() {
        if (client == null && id != null) {
            client = clients.find(id).orElseThrow();
        }
        return client;
    }

    /** The days of a service: as planned, or by the day on which its invoice went out. Null where it does not expire. */
    public BillingCalendar calendar(ServiceLine line) {
        if (line.expiresOn() == null) {
            return null;
        }
        if (schedule == null) {
            schedule = policies.schedule();
        }
        BillingCalendar planned = schedule.calendar(line.expiresOn());
        return line.issuedOn() == null
                ? planned
                : BillingCalendar.of(schedule.policy(planned.billOn()), line.issuedOn(), line.expiresOn());
    }

    /** Whether it is over: what is to come stands out. */
    public boolean isPast(LocalDate day) {
        return day.isBefore(policies.today());
    }

    public List<OwnerTask> getTasks() {
        return id == null ? List.of() : tasks.ofClient(id);
    }

    /** The runs that an invoice can belong to. */
    public List<RunLine> getRuns() {
        return runs.open();
    }

    public List<String> getServers() {
        return servers.codes();
    }

    public Language[] getLanguages() {
        return Language.values();
    }

    public ServiceKind[] getKinds() {
        return ServiceKind.values();
    }

    public ServiceState[] getStates() {
        return ServiceState.values();
    }

    public boolean isKnown() {
        return id != null;
    }

    public boolean isErased() {
        return getClient() != null && getClient().erasedAt() != null;
    }

    public boolean isImported() {
        return getClient() != null && !getClient().source().equals(Clients.BY_HAND);
    }

    public Map<String, String> getErrors() {
        return faults.errors();
    }

    public Long getId() {
        return id;
    }

    public int getVersion() {
        return version;
    }

    public ClientForm getForm() {
        return form;
    }

    public ServiceForm getService() {
        return service;
    }

    public InvoiceForm getInvoice() {
        return invoice;
    }

    public boolean isServicing() {
        return servicing;
    }

    public boolean isBilling() {
        return billing;
    }
}
