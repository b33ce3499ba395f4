package net.niner.status.billing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import net.niner.status.platform.Rows;

/**
 * Reads the register for the plan, tens of thousands of rows in a few queries.
 *
 * @param language of clients for whom none is known
 * @param zone the company's
 */
record RegisterFacts(DataSource source, Locale language, ZoneId zone) {

    /** Invoices that went out longer ago change nothing that happens now. */
    private static final int INVOICE_DAYS = 400;

    private record Client(
            long id,
            String name,
            String email,
            String alternate,
            String language,
            String zone,
            boolean wantsReminders,
            List<ServiceFacts> services,
            List<InvoiceFacts> invoices,
            Map<LocalDate, LocalDate> waivers,
            List<ClientFacts.Told> told) {}

    List<RunFacts> runs() {
        return Rows.query(source, """
                select r.*, s.bill_day as superseded_on from invoice_run r
                left join invoice_run s on s.id = r.superseded_by order by r.bill_day
                """, RegisterFacts::run);
    }

    /** The ids of the active clients. */
    List<Long> clientIds() {
        return Rows.query(
                source,
                "select id from client where active = true and erased_at is null order by id",
                row -> row.getLong(1));
    }

    /** The active clients whose ids are within these, both included, as they are now; invoices of the year before that day, and those after it. */
    List<ClientFacts> clients(long from, long to, LocalDate today) {
        Map<Long, Client> clients = new HashMap<>();
        List<Long> order = Rows.query(
                source,
                """
                select id, name, email, alternate_email, coalesce(chosen_language, language) as language, zone, wants_reminders from client
                where active = true and erased_at is null and id >= ? and id <= ? order by id
                """,
                row -> {
                    long id = row.getLong("id");
                    clients.put(id, client(row, id));
                    return id;
                },
                from,
                to);
        Rows.query(
                source,
                """
                select id, client_id, kind, name, expires_on from client_service
                where state = 'ACTIVE' and expires_on is not null and client_id >= ? and client_id <= ?
                """,
                row -> {
                    Client client = clients.get(row.getLong("client_id"));
                    return client != null && client.services().add(service(row));
                },
                from,
                to);
        Rows.query(
                source,
                """
                select id, client_id, number, state, bill_day, printed_on, issued_on, due_on, paid_on from invoice
                where state in ('ISSUED', 'PAID') and issued_on >= ? and client_id >= ? and client_id <= ? order by id
                """,
                row -> {
                    Client client = clients.get(row.getLong("client_id"));
                    return client != null && client.invoices().add(invoice(row));
                },
                today.minusDays(INVOICE_DAYS),
                from,
                to);
        Rows.query(
                source,
                """
                select w.client_id, w.waived_at, r.bill_day from invoice_waiver w join invoice_run r on r.id = w.run_id
                where w.client_id >= ? and w.client_id <= ?
                """,
                row -> {
                    Client client = clients.get(row.getLong("client_id"));
                    return client == null
                            ? null
                            : client.waivers()
                                    .put(
                                            day(row, "bill_day"),
                                            LocalDate.ofInstant(Rows.instant(row, "waived_at"), zone));
                },
                from,
                to);
        Rows.query(
                source,
                """
                select t.client_id, t.revision, coalesce(max(n.sent_at), t.told_at) as told_at, r.bill_day,
                    count(case when n.state = 'STALE' then 1 end) as lost,
                    count(case when n.state in ('QUEUED', 'HELD', 'SENDING', 'SENT', 'UNKNOWN') then 1 end) as alive,
                    count(n.id) as mails
                from delay_told t join invoice_run r on r.id = t.run_id
                left join notice n on n.kind = 'INVOICE_DELAYED' and n.recipient_ref = 'client:' || t.client_id
                    and n.subject_ref = 'run:' || t.run_id and n.revision = t.revision
                where t.client_id >= ? and t.client_id <= ?
                group by t.client_id, t.run_id, t.revision, t.told_at, r.bill_day
                """,
                row -> {
                    Client client = clients.get(row.getLong("client_id"));
                    return client != null
                            && client.told()
                                    .add(new ClientFacts.Told(
                                            day(row, "bill_day"),
                                            row.getInt("revision"),
                                            Rows.instant(row, "told_at"),
                                            row.getInt("lost"),
                                            row.getInt("alive") > 0 || row.getInt("mails") == 0));
                },
                from,
                to);
        return order.stream().map(id -> facts(clients.get(id))).toList();
    }

    private ClientFacts facts(Client client) {
        return new ClientFacts(
                client.id(),
                client.name(),
                Optional.ofNullable(client.email()),
                Optional.ofNullable(client.alternate()),
                client.language() == null ? language : Locale.forLanguageTag(client.language()),
                client.zone() == null ? zone : ZoneId.of(client.zone()),
                client.wantsReminders(),
                client.services(),
                client.invoices(),
                client.waivers(),
                client.told());
    }

    private static Client client(ResultSet row, long id) throws SQLException {
        return new Client(
                id,
                row.getString("name"),
                row.getString("email"),
                row.getString("alternate_email"),
                row.getString("language"),
                row.getString("zone"),
                row.getBoolean("wants_reminders"),
                new ArrayList<>(),
                new ArrayList<>(),
                new HashMap<>(),
                new ArrayList<>());
    }

    private static ServiceFacts service(ResultSet row) throws SQLException {
        return new ServiceFacts(
                row.getLong("id"),
                ServiceKind.valueOf(row.getString("kind")),
                row.getString("name"),
                day(row, "expires_on"));
    }

    private static InvoiceFacts invoice(ResultSet row) throws SQLException {
        return new InvoiceFacts(
                row.getLong("id"),
                row.getString("number"),
                InvoiceState.valueOf(row.getString("state")),
                day(row, "bill_day"),
                day(row, "printed_on"),
                day(row, "issued_on"),
                day(row, "due_on"),
                day(row, "paid_on"));
    }

    private static RunFacts run(ResultSet row) throws SQLException {
        OffsetDateTime promised = row.getObject("promised_at", OffsetDateTime.class);
        return new RunFacts(
                row.getLong("id"),
                day(row, "bill_day"),
                new Coverage(day(row, "covers_from"), day(row, "covers_to")),
                RunState.valueOf(row.getString("state")),
                day(row, "printed_on"),
                day(row, "promised_on"),
                promised == null
                        ? null
                        : promised.withOffsetSameInstant(ZoneOffset.UTC).toInstant(),
                row.getInt("promise_revision"),
                row.getString("cause"),
                row.getObject("incident_id", Long.class),
                day(row, "completed_on"),
                day(row, "superseded_on"),
                row.getObject("late_post_id", Long.class),
                row.getObject("sent_post_id", Long.class));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
