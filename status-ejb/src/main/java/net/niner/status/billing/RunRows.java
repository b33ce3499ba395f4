package net.niner.status.billing;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import net.niner.status.billing.RunClient.Standing;
import net.niner.status.platform.Conditions;
import net.niner.status.platform.Conditions.Tables;
import net.niner.status.platform.Page;
import net.niner.status.platform.Rows;

/**
 * Reads runs together with what became of their clients. Who belongs to a run follows from the services and is stored nowhere, so each look counts
 * anew; a month has thousands of services at most, which the index on their expiry finds.
 */
final class RunRows {

    /**
     * A row for each run and each client with an active service in its coverage. An invoice bills what the run that it belongs to covers, a waiver
     * likewise: of a run that was superseded they still stand in the one that took over.
     */
    private static final String COVERED = """
            (select r.id as run_id, s.client_id, count(distinct s.id) as services, min(s.expires_on) as first_expiry,
               max(case when i.client_id is null and w.client_id is null then 1 else 0 end) as missing,
               min(case when i.client_id is null and w.client_id is null then s.expires_on end) as hurts_on,
               max(case when i.client_id is not null then 1 else 0 end) as invoiced,
               min(i.number) as number, min(i.issued_on) as issued_on, min(w.reason) as reason
             from invoice_run r
             join client_service s on s.state = 'ACTIVE' and s.expires_on >= r.covers_from and s.expires_on <= r.covers_to
             join client c on c.id = s.client_id and c.active = true and c.erased_at is null
             left join (select v.client_id, v.number, v.issued_on, q.covers_from, q.covers_to
                        from invoice v join invoice_run q on q.bill_day = v.bill_day where v.state in ('ISSUED', 'PAID')) i
               on i.client_id = s.client_id and s.expires_on >= i.covers_from and s.expires_on <= i.covers_to
             left join (select v.client_id, v.reason, q.covers_from, q.covers_to
                        from invoice_waiver v join invoice_run q on q.id = v.run_id) w
               on w.client_id = s.client_id and s.expires_on >= w.covers_from and s.expires_on <= w.covers_to
             where %s group by r.id, s.client_id) d
            """;

    private static final String STANDING = "case when d.missing = 1 then 0 when d.invoiced = 1 then 1 else 2 end";

    private static final String COLUMNS = """
            r.id, r.bill_day, r.covers_from, r.covers_to, r.state, r.printed_on, r.promised_on,
            count(d.client_id) as clients,
            count(case when d.missing = 0 and d.invoiced = 1 then 1 end) as invoiced,
            count(case when d.missing = 0 and d.invoiced = 0 then 1 end) as waived,
            min(d.hurts_on) as hurts_on,
            r.cause, r.incident_id, r.superseded_by, r.completed_on, r.late_post_id, r.sent_post_id,
            r.changed_at, r.changed_by, r.version
            """;

    private static final String GROUPED = """
             group by r.id, r.bill_day, r.covers_from, r.covers_to, r.state, r.printed_on, r.promised_on, r.cause, r.incident_id,
              r.superseded_by, r.completed_on, r.late_post_id, r.sent_post_id, r.changed_at, r.changed_by, r.version
            """;

    /** The same for one run. Binds its id. */
    private static final String OF_ONE = COVERED.formatted("r.id = ?");

    /** Who waits for an invoice of a run, and when a mail that told them so was sent last. */
    static final String WAITING = """
            select d.client_id, d.hurts_on, coalesce(c.email, c.alternate_email) as address,
              (select max(t.told_at) from delay_told t where t.client_id = d.client_id and exists
                (select 1 from notice n where n.kind = 'INVOICE_DELAYED' and n.state = 'SENT' and n.revision = t.revision
                 and n.recipient_ref = 'client:' || cast(t.client_id as varchar(20))
                 and n.subject_ref = 'run:' || cast(t.run_id as varchar(20)))) as told_at
            from %s join client c on c.id = d.client_id where d.missing = 1
            """.formatted(OF_ONE);

    private RunRows() {}

    /**
     * @param condition on {@code r}, the run; stands in it twice, since clients of other runs need not be counted
     * @param order what stands after {@code order by}, empty for nothing
     */
    static List<RunSheet> sheets(DataSource source, String condition, String order, Object... values) {
        return Rows.query(
                source,
                "select " + COLUMNS + " from invoice_run r left join " + COVERED.formatted(condition)
                        + " on d.run_id = r.id where " + condition + GROUPED + order,
                RunRows::sheet,
                twice(values));
    }

    private static Object[] twice(Object... values) {
        return Stream.concat(Stream.of(values), Stream.of(values)).toArray();
    }

    static Page<RunClient> clients(DataSource source, long run, Standing standing, String text, int first, int most) {
        Conditions conditions = new Conditions().holds(text, "c.name");
        if (standing != null) {
            conditions.and(STANDING + " = ?", standing.ordinal());
        }
        Tables tables = new Tables(OF_ONE + " join client c on c.id = d.client_id", List.of(run));
        return conditions.page(
                source,
                "d.client_id, c.name, d.services, d.first_expiry, d.number, d.issued_on, d.reason, " + STANDING
                        + " as standing",
                tables,
                tables,
                "standing, d.first_expiry, c.name, d.client_id",
                first,
                most,
                RunRows::client);
    }

    /** Of one client; empty if it has no active service in the run's coverage. */
    static Optional<Standing> standing(DataSource source, long run, long client) {
        return Rows.query(
                        source,
                        "select " + STANDING + " as standing from " + OF_ONE + " where d.client_id = ?",
                        row -> Standing.values()[row.getInt("standing")],
                        run,
                        client)
                .stream()
                .findFirst();
    }

    /** @param client null for all */
    static List<Unsettled> unsettled(DataSource source, InvoiceRun run, Long client) {
        String sql =
                "select d.client_id, c.source, c.source_id, v.source_id as invoice_id, v.number as draft, v.printed_on from "
                        + OF_ONE
                        + """
                 join client c on c.id = d.client_id
                left join (select client_id, source, min(id) as id from invoice where state = 'DRAFT' and bill_day = ? group by client_id, source) f
                  on f.client_id = c.id and f.source = c.source
                left join invoice v on v.id = f.id
                where d.missing = 1
                """;
        return client == null
                ? Rows.query(source, sql + " order by d.client_id", RunRows::unsettled, run.id(), run.billDay())
                : Rows.query(source, sql + " and d.client_id = ?", RunRows::unsettled, run.id(), run.billDay(), client);
    }

    private static Unsettled unsettled(ResultSet row) throws SQLException {
        return new Unsettled(
                row.getLong("client_id"),
                row.getString("source"),
                row.getString("source_id"),
                row.getString("invoice_id"),
                row.getString("draft"),
                day(row, "printed_on"));
    }

    private static RunClient client(ResultSet row) throws SQLException {
        return new RunClient(
                row.getLong("client_id"),
                row.getString("name"),
                row.getInt("services"),
                day(row, "first_expiry"),
                Standing.values()[row.getInt("standing")],
                row.getString("number"),
                day(row, "issued_on"),
                row.getString("reason"));
    }

    private static RunSheet sheet(ResultSet row) throws SQLException {
        return new RunSheet(
                new RunLine(
                        row.getLong("id"),
                        day(row, "bill_day"),
                        day(row, "covers_from"),
                        day(row, "covers_to"),
                        RunState.valueOf(row.getString("state")),
                        day(row, "printed_on"),
                        day(row, "promised_on"),
                        row.getInt("clients"),
                        row.getInt("invoiced"),
                        row.getInt("waived"),
                        day(row, "hurts_on")),
                Optional.ofNullable(row.getString("cause")),
                number(row, "incident_id"),
                number(row, "superseded_by"),
                Optional.ofNullable(day(row, "completed_on")),
                number(row, "late_post_id"),
                number(row, "sent_post_id"),
                Rows.instant(row, "changed_at"),
                row.getString("changed_by"),
                row.getInt("version"));
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class));
    }

    /** Null for null. */
    static LocalDate day(ResultSet row, String column) throws SQLException {
        Date date = row.getDate(column);
        return date == null ? null : date.toLocalDate();
    }
}
