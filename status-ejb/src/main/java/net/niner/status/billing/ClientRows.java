package net.niner.status.billing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import net.niner.status.platform.Conditions;
import net.niner.status.platform.Conditions.Tables;
import net.niner.status.platform.Page;
import net.niner.status.platform.Rows;

/** Reads clients, and what they have. */
final class ClientRows {

    /** Days within which a service that nobody billed is urgent. */
    static final int URGENT_DAYS = 7;

    /** Of a service {@code s}: no issued invoice and no waiver of the run that covers its expiry. Binds the first and the last day of it. */
    static final String UNBILLED = """
            s.state = 'ACTIVE' and s.expires_on >= ? and s.expires_on <= ?
            and not exists (select 1 from invoice i join invoice_run r on r.bill_day = i.bill_day
                where i.client_id = s.client_id and i.state in ('ISSUED', 'PAID')
                and s.expires_on >= r.covers_from and s.expires_on <= r.covers_to)
            and not exists (select 1 from invoice_waiver w join invoice_run r on r.id = w.run_id
                where w.client_id = s.client_id and s.expires_on >= r.covers_from and s.expires_on <= r.covers_to)
            """;

    private static final String NEXT_EXPIRY =
            "(select client_id, count(*) as services, min(expires_on) as next_expiry from client_service where state = 'ACTIVE' group by client_id)";

    private static final String UNPAID =
            "(select client_id, count(*) as unpaid from invoice where state = 'ISSUED' group by client_id)";

    /** Of all services of a client, for a search. */
    private static final String NAMES =
            "coalesce((select string_agg(x.name, ' ') from client_service x where x.client_id = c.id), '')";

    private static final String SERVICES = """
            select s.id, s.source, s.kind, s.name, s.expires_on, s.state, s.version,
              (select min(i.number) from invoice i join invoice_run r on r.bill_day = i.bill_day
               where i.client_id = s.client_id and i.state in ('ISSUED', 'PAID')
               and s.expires_on >= r.covers_from and s.expires_on <= r.covers_to) as invoice,
              (select min(i.issued_on) from invoice i join invoice_run r on r.bill_day = i.bill_day
               where i.client_id = s.client_id and i.state in ('ISSUED', 'PAID')
               and s.expires_on >= r.covers_from and s.expires_on <= r.covers_to) as issued_on
            from client_service s where s.client_id = ?
            order by case s.state when 'ACTIVE' then 0 when 'SUSPENDED' then 1 else 2 end,
              case when s.expires_on is null then 1 else 0 end, s.expires_on, s.name, s.id
            """;

    private static final String INVOICES = """
            select i.id, i.number, i.state, i.printed_on, i.issued_on, i.due_on, i.paid_on, r.id as run_id, i.bill_day
            from invoice i left join invoice_run r on r.bill_day = i.bill_day where i.client_id = ?
            order by coalesce(i.issued_on, i.printed_on, i.bill_day) desc, i.id desc
            """;

    private static final String CLIENT = """
            select c.id, c.source, c.source_id, c.name, c.email, c.alternate_email, c.language, c.zone, s.code as mail_server, c.active,
              c.wants_reminders, c.erased_at, c.changed_at, c.changed_by, c.version
            from client c left join server s on s.id = c.mail_server_id where c.id = ?
            """;

    private ClientRows() {}

    static Page<ClientLine> page(
            DataSource source,
            ClientFilter filter,
            ClientFilter.Sort sort,
            boolean ascending,
            int first,
            int most,
            LocalDate today) {
        Conditions conditions = new Conditions().holds(filter.text(), "c.name", "c.source_id", NAMES);
        if (filter.source() != null) {
            conditions.and("c.source = ?", filter.source());
        }
        if (filter.active() != null) {
            conditions.and("c.active = ?", filter.active());
        }
        if (filter.unbilled()) {
            conditions.and(
                    "c.active = true and exists (select 1 from client_service s where s.client_id = c.id and "
                            + UNBILLED + ")",
                    today,
                    today.plusDays(URGENT_DAYS));
        }
        return conditions.page(
                source,
                "c.id, c.name, c.source, c.source_id, c.active, coalesce(s.services, 0) as services, s.next_expiry, coalesce(u.unpaid, 0) as unpaid",
                new Tables("client c left join " + NEXT_EXPIRY + " s on s.client_id = c.id left join " + UNPAID
                        + " u on u.client_id = c.id"),
                new Tables("client c"),
                sort.column + (ascending ? "" : " desc") + ", c.name, c.id",
                first,
                most,
                ClientRows::line);
    }

    /** How many services expire within days and are in no invoice that was issued. */
    static int unbilled(DataSource source, LocalDate today) {
        return Rows.query(
                        source,
                        "select count(*) from client_service s join client c on c.id = s.client_id and c.active = true and c.erased_at is null where "
                                + UNBILLED,
                        row -> row.getInt(1),
                        today,
                        today.plusDays(URGENT_DAYS))
                .get(0);
    }

    static Optional<ClientSheet> sheet(DataSource source, long id) {
        List<ServiceLine> services = Rows.query(source, SERVICES, ClientRows::service, id);
        List<InvoiceLine> invoices = Rows.query(source, INVOICES, ClientRows::invoice, id);
        return Rows.query(source, CLIENT, row -> sheet(row, services, invoices), id).stream()
                .findFirst();
    }

    private static ClientLine line(ResultSet row) throws SQLException {
        return new ClientLine(
                row.getLong("id"),
                row.getString("name"),
                row.getString("source"),
                row.getString("source_id"),
                row.getBoolean("active"),
                row.getInt("services"),
                RunRows.day(row, "next_expiry"),
                row.getInt("unpaid"));
    }

    private static ServiceLine service(ResultSet row) throws SQLException {
        return new ServiceLine(
                row.getLong("id"),
                row.getString("source"),
                ServiceKind.valueOf(row.getString("kind")),
                row.getString("name"),
                RunRows.day(row, "expires_on"),
                ServiceState.valueOf(row.getString("state")),
                row.getString("invoice"),
                RunRows.day(row, "issued_on"),
                row.getInt("version"));
    }

    private static InvoiceLine invoice(ResultSet row) throws SQLException {
        return new InvoiceLine(
                row.getLong("id"),
                row.getString("number"),
                InvoiceState.valueOf(row.getString("state")),
                RunRows.day(row, "printed_on"),
                RunRows.day(row, "issued_on"),
                RunRows.day(row, "due_on"),
                RunRows.day(row, "paid_on"),
                row.getObject("run_id", Long.class),
                RunRows.day(row, "bill_day"));
    }

    private static ClientSheet sheet(ResultSet row, List<ServiceLine> services, List<InvoiceLine> invoices)
            throws SQLException {
        return new ClientSheet(
                row.getLong("id"),
                row.getString("source"),
                row.getString("source_id"),
                new ClientDraft(
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("alternate_email"),
                        row.getString("language"),
                        row.getString("zone"),
                        row.getString("mail_server"),
                        row.getBoolean("active")),
                row.getBoolean("wants_reminders"),
                Rows.instant(row, "erased_at"),
                Rows.instant(row, "changed_at"),
                row.getString("changed_by"),
                row.getInt("version"),
                services,
                invoices);
    }
}
