package net.niner.status.billing;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import net.niner.status.platform.Rows;

/** What visitors are told of invoices that are late; asked with every page. */
@Stateless
public class LateRuns {

    /** One that took over from a late run is no better, though its own day has only come. */
    private static final String LATE = """
            select r.id, r.bill_day, r.promised_on, i.id as incident, case when p.state = 'PUBLISHED' then p.path end as post_path
            from invoice_run r
            left join post p on p.id = r.late_post_id
            left join incident i on i.id = r.incident_id and i.published_at is not null
            where r.state = 'LATE' or (r.state in ('DUE', 'IN_PROGRESS') and r.late_post_id is not null)
            order by r.bill_day
            """;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @EJB
    private BillingOptions options;

    @EJB
    private BillingPolicies policies;

    private record Found(long id, LateRun run) {}

    private record Superseded(LocalDate billDay, long id) {}

    /** Once its post is published, or where posts about late runs need nobody's approval. */
    public Optional<LateRun> current() {
        List<Found> late = Rows.query(
                dataSource,
                LATE,
                row -> new Found(
                        row.getLong("id"),
                        new LateRun(
                                row.getObject("bill_day", LocalDate.class),
                                Optional.ofNullable(row.getObject("promised_on", LocalDate.class)),
                                false,
                                Optional.ofNullable(row.getString("post_path")),
                                Optional.ofNullable(row.getObject("incident", Long.class))
                                        .map(id -> "/incidents/" + id))));
        if (late.isEmpty()) {
            return Optional.empty();
        }
        boolean all = options.publishLatePosts();
        return late.stream()
                .filter(found -> all || found.run().postPath().isPresent())
                .findFirst()
                .map(this::since);
    }

    private LateRun since(Found found) {
        LateRun run = found.run();
        boolean passed =
                run.promisedOn().filter(day -> day.isBefore(policies.today())).isPresent();
        return new LateRun(
                scheduled(dataSource, found.id(), run.billDay()),
                run.promisedOn(),
                passed,
                run.postPath(),
                run.incidentPath());
    }

    /** The bill day for which people wait: of the first of those that this run took over from. */
    static LocalDate scheduled(DataSource dataSource, long id, LocalDate billDay) {
        Map<Long, Superseded> earlier = new HashMap<>();
        Rows.query(
                dataSource,
                "select id, bill_day, superseded_by from invoice_run where state = 'SUPERSEDED' order by bill_day desc",
                row -> earlier.put(
                        row.getLong("superseded_by"),
                        new Superseded(row.getObject("bill_day", LocalDate.class), row.getLong("id"))));
        LocalDate first = billDay;
        for (Superseded each = earlier.get(id); each != null; each = earlier.get(each.id())) {
            first = each.billDay();
        }
        return first;
    }
}
