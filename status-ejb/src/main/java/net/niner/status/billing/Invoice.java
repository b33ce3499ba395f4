package net.niner.status.billing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** What a client was billed, without amounts; known by source and id. One that is issued or paid says since when it is. */
@Entity
@Table(name = "invoice")
public class Invoice {

    /** In characters. */
    public static final int NUMBER_LENGTH = 60;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "invoice_seq")
    @SequenceGenerator(name = "invoice_seq", sequenceName = "invoice_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "client_id", nullable = false)
    private Client client;

    @Column(nullable = false, length = Client.SOURCE_LENGTH)
    private String source;

    @Column(name = "source_id", nullable = false, length = Client.SOURCE_ID_LENGTH)
    private String sourceId;

    @Column(nullable = false, length = NUMBER_LENGTH)
    private String number;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private InvoiceState state;

    @Column(name = "bill_day")
    private LocalDate billDay;

    @Column(name = "printed_on")
    private LocalDate printedOn;

    @Column(name = "issued_on")
    private LocalDate issuedOn;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Column(name = "paid_on")
    private LocalDate paidOn;

    @Version
    private int version;

    protected Invoice() {}

    /**
     * A draft.
     *
     * @param billDay of the run that it belongs to, null for none
     */
    public Invoice(String source, String sourceId, Client client, String number, LocalDate billDay) {
        this.source = Objects.requireNonNull(source);
        this.sourceId = Objects.requireNonNull(sourceId);
        this.client = Objects.requireNonNull(client);
        this.number = Objects.requireNonNull(number);
        this.billDay = billDay;
        this.state = InvoiceState.DRAFT;
    }

    /** The date that it bears, which may be another than the day on which it goes out. */
    public void print(LocalDate on) {
        this.printedOn = Objects.requireNonNull(on);
    }

    /** It went out on that day: from then on counts the time to pay. */
    public void issue(LocalDate on) {
        demand(state == InvoiceState.DRAFT, "issued");
        this.issuedOn = Objects.requireNonNull(on);
        this.state = InvoiceState.ISSUED;
    }

    /** @param by the day by which to pay */
    public void dueBy(LocalDate by) {
        this.dueOn = Objects.requireNonNull(by);
    }

    public void pay(LocalDate on) {
        demand(state == InvoiceState.ISSUED, "paid");
        this.paidOn = Objects.requireNonNull(on);
        this.state = InvoiceState.PAID;
    }

    public void cancel() {
        demand(state != InvoiceState.PAID, "cancelled");
        this.state = InvoiceState.CANCELLED;
    }

    /** @param day the bill day of a run */
    public void belongTo(LocalDate day) {
        this.billDay = Objects.requireNonNull(day);
    }

    private void demand(boolean allowed, String what) {
        if (!allowed) {
            throw new IllegalStateException("invoice " + number + " is " + state + " and cannot be " + what);
        }
    }

    public Long id() {
        return id;
    }

    public Client client() {
        return client;
    }

    public String source() {
        return source;
    }

    public String sourceId() {
        return sourceId;
    }

    /** As printed on it. */
    public String number() {
        return number;
    }

    public InvoiceState state() {
        return state;
    }

    /** Of the run that it belongs to. */
    public Optional<LocalDate> billDay() {
        return Optional.ofNullable(billDay);
    }

    public Optional<LocalDate> printedOn() {
        return Optional.ofNullable(printedOn);
    }

    /** When it really went out. */
    public Optional<LocalDate> issuedOn() {
        return Optional.ofNullable(issuedOn);
    }

    /** Empty for what the policy says. */
    public Optional<LocalDate> dueOn() {
        return Optional.ofNullable(dueOn);
    }

    public Optional<LocalDate> paidOn() {
        return Optional.ofNullable(paidOn);
    }

    public int version() {
        return version;
    }
}
