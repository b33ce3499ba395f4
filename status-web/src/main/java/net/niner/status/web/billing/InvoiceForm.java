package net.niner.status.web.billing;

import java.io.Serializable;
import java.time.LocalDate;
import net.niner.status.billing.InvoiceDraft;

/** An invoice, while somebody types it. */
public final class InvoiceForm implements Serializable {

    private static final long serialVersionUID = 1;

    private String number;
    private LocalDate billDay;
    private String printedOn;
    private String issuedOn;
    private String paidOn;

    InvoiceDraft draft() {
        return new InvoiceDraft(number, read(printedOn), read(issuedOn), read(paidOn), billDay);
    }

    private static LocalDate read(String text) {
        return BillingDays.read(text).orElse(null);
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    /** Of the run that it belongs to; null for the one that its dates say. */
    public String getBillDay() {
        return billDay == null ? null : billDay.toString();
    }

    public void setBillDay(String billDay) {
        this.billDay = read(billDay);
    }

    public String getPrintedOn() {
        return printedOn;
    }

    public void setPrintedOn(String printedOn) {
        this.printedOn = printedOn;
    }

    public String getIssuedOn() {
        return issuedOn;
    }

    public void setIssuedOn(String issuedOn) {
        this.issuedOn = issuedOn;
    }

    public String getPaidOn() {
        return paidOn;
    }

    public void setPaidOn(String paidOn) {
        this.paidOn = paidOn;
    }
}
