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
