package net.niner.status.billing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import net.niner.status.account.Actor;
import net.niner.status.account.Caller;
import net.niner.status.platform.Rows;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an import leaves of what people entered, and since when invoices are out that do not say. */
@ExtendWith(ArquillianExtension.class)
class BillingRegisterIT {

    private static final String SOURCE = "register-it";
    private static final LocalDate BILL_DAY = LocalDate.of(2001, 1, 15);

    @EJB
    private BillingRegister register;

    @EJB
    private InvoiceRuns runs;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @BeforeEach
    void begin() {
        Caller.bind(Actor.site());
        register.upsert(new RegisterBatch(
                List.of(new ClientRecord(
                        SOURCE,
                        "1",
                        "Ada",
                        "ada@client.example",
                        "ada@other.example",
                        Locale.FRENCH,
                        ZoneId.of("Africa/Lusaka"),
                        null,
                        true)),
                List.of(),
                List.of()));
    }

    @AfterEach
    void end() {
        Rows.update(dataSource, "delete from invoice where source = ?", SOURCE);
        Rows.update(dataSource, "delete from client where source = ?", SOURCE);
        Caller.forget();
    }

    @Test
    void whatAnExportDoesNotKnowStaysAndWhatAPersonClearsGoes() {
        RegisterBatch silent = new RegisterBatch(
                List.of(new ClientRecord(SOURCE, "1", "Ada B.", "ada@client.example", null, null, null, null, true)),
                List.of(),
                List.of());
        assertThat(register.upsert(silent)).singleElement().satisfies(change -> assertThat(change.fields())
                .containsExactly("name: Ada -> Ada B."));
        assertThat(client()).isEqualTo("ada@other.example fr Africa/Lusaka");
        register.replace(silent);
        assertThat(client()).isEqualTo("null null null");
    }

    @Test
    void theRealInvoiceTakesThePlaceOfTheOneThatWasMarkedByHand() {
        LocalDate sent = LocalDate.of(2001, 1, 22);
        put(invoice("hand-2001-01-15-1", InvoiceState.ISSUED, sent, null));
        put(invoice("77", InvoiceState.DRAFT, null, null));
        assertThat(invoices()).containsExactly("77 DRAFT null", "hand-2001-01-15-1 ISSUED 2001-01-22");
        put(invoice("77", InvoiceState.PAID, null, sent.plusDays(9)));
        assertThat(invoices()).containsExactly("77 PAID 2001-01-22", "hand-2001-01-15-1 CANCELLED 2001-01-22");

        put(invoice("hand-another", InvoiceState.ISSUED, sent, null));
        put(invoice("77", InvoiceState.PAID, null, sent.plusDays(9)));
        assertThat(invoices()).contains("hand-another ISSUED 2001-01-22");
    }

    @Test
    void whatIsPrintedIsNotTheDayOfIssueUnlessItIsLongAgo() {
        LocalDate today = runs.today();
        put(printed("1", InvoiceState.ISSUED, today.minusDays(20)));
        put(printed("2", InvoiceState.ISSUED, today.minusDays(200)));
        put(printed("3", InvoiceState.DRAFT, today.minusDays(200)));
        put(printed("3", InvoiceState.ISSUED, today.minusDays(200)));
        assertThat(invoices())
                .containsExactly("1 ISSUED " + today, "2 ISSUED " + today.minusDays(200), "3 ISSUED " + today);
    }

    private void put(InvoiceRecord invoice) {
        register.upsert(new RegisterBatch(List.of(), List.of(), List.of(invoice)));
    }

    private static InvoiceRecord invoice(String id, InvoiceState state, LocalDate issued, LocalDate paid) {
        return new InvoiceRecord(SOURCE, id, "1", "R-" + id, state, BILL_DAY, issued, null, paid, BILL_DAY);
    }

    private static InvoiceRecord printed(String id, InvoiceState state, LocalDate day) {
        return new InvoiceRecord(SOURCE, id, "1", "R-" + id, state, day, null, null, null, null);
    }

    private List<String> invoices() {
        return Rows.query(
                dataSource,
                "select source_id, state, issued_on from invoice where source = ? order by source_id",
                row -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3),
                SOURCE);
    }

    private String client() {
        return Rows.query(
                        dataSource,
                        "select alternate_email, language, zone from client where source = ?",
                        row -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3),
                        SOURCE)
                .get(0);
    }
}
