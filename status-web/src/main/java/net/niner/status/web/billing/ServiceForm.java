package net.niner.status.web.billing;

import java.io.Serializable;
import net.niner.status.billing.ServiceDraft;
import net.niner.status.billing.ServiceKind;
import net.niner.status.billing.ServiceLine;
import net.niner.status.billing.ServiceState;

/** A service, while somebody types it. */
public final class ServiceForm implements Serializable {

    private static final long serialVersionUID = 1;

    private Long id;
    private int version;
    private ServiceKind kind = ServiceKind.HOSTING;
    private String name;
    private String expiresOn;
    private ServiceState state = ServiceState.ACTIVE;

    static ServiceForm of(ServiceLine service) {
        ServiceForm form = new ServiceForm();
        form.id = service.id();
        form.version = service.version();
        form.kind = service.kind();
        form.name = service.name();
        form.expiresOn = BillingDays.field(service.expiresOn());
        form.state = service.state();
        return form;
    }

    ServiceDraft draft() {
        return new ServiceDraft(kind, name, BillingDays.read(expiresOn).orElse(null), state);
    }

    /** Whether what stands in the field for the day is none. */
    boolean isDayWrong() {
        return expiresOn != null
                && !expiresOn.isBlank()
                && BillingDays.read(expiresOn).isEmpty();
    }

    /** Null for a new one. */
    public Long getId() {
        return id;
    }

    int version() {
        return version;
    }

    public ServiceKind getKind() {
        return kind;
    }

    public void setKind(ServiceKind kind) {
        this.kind = kind;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getExpiresOn() {
        return expiresOn;
    }

    public void setExpiresOn(String expiresOn) {
        this.expiresOn = expiresOn;
    }

    public ServiceState getState() {
        return state;
    }

    public void setState(ServiceState state) {
        this.state = state;
    }
}
