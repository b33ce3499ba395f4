package net.niner.status.billing;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import net.niner.status.billing.PlannedNotice.Concern;
import net.niner.status.incident.PublishedIncidents;
import net.niner.status.notice.LetterSamples;
import net.niner.status.notice.LetterSubject;
import net.niner.status.notice.MailText;
import net.niner.status.notice.NoticeKind;
import net.niner.status.platform.Rows;
import net.niner.status.platform.SiteUrl;

/**
 * Mails about billing as they would be written of a client and a run of the register, whether they are due or not. Where nobody is chosen, it is the
 * client whose service expires next, and the run that billed it or the latest there is.
 */
@Stateless
public class BillingSamples implements LetterSamples {

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @EJB
    private BillingPolicies policies;

    @EJB
    private PublishedIncidents incidents;

    @Inject
    private SiteUrl site;

    @Inject
    private Clock clock;

    @Override
    public Set<NoticeKind> kinds() {
        return EnumSet.of(
                NoticeKind.RUN_LATE,
                NoticeKind.EXPIRY_UNBILLED,
                NoticeKind.INVOICE_DELAYED,
                NoticeKind.EXPIRY,
                NoticeKind.PAYMENT_REMINDER,
                NoticeKind.RUN_SENT);
    }

    @Override
    public Optional<MailText> sample(NoticeKind kind, LetterSubject about, Locale language) {
        LocalDate today = policies.today();
        BillingSchedule schedule = policies.schedule();
        RegisterFacts facts =
                new RegisterFacts(dataSource, language, schedule.policy(today).zone());
        Optional<ClientFacts> client = client(facts, kind, about, today).map(found -> in(language, found));
        List<RunFacts> runs = facts.runs();
        Optional<RunFacts> run = run(runs, about, client);
        BillingLetters letters =
                new BillingLetters(schedule, runs, pages(runs), site.of("/admin/billing"), site.of("/admin/billing"));
        if (kind == NoticeKind.RUN_LATE) {
            return run.map(
                    late -> letters.runLate(late, waiting(late), late.coverage().from(), today, language));
        }
        return client.flatMap(one -> notice(kind, one, run, today))
                .map(notice -> kind == NoticeKind.EXPIRY_UNBILLED
                        ? letters.unbilled(notice, language)
                        : letters.write(notice));
    }

    private Optional<PlannedNotice> notice(
            NoticeKind kind, ClientFacts client, Optional<RunFacts> run, LocalDate today) {
        List<ServiceFacts> next = next(client, today);
        List<ServiceFacts> covered = run.map(one -> client.covered(one.coverage()))
                .filter(services -> !services.isEmpty())
                .orElse(next);
        return switch (kind) {
            case INVOICE_DELAYED ->
                run.filter(one -> !covered.isEmpty()).map(one -> planned(kind, client, one, null, covered));
            case RUN_SENT ->
                run.map(one ->
                        planned(kind, client, one.completedOn() == null ? one.completed(today) : one, null, covered));
            case PAYMENT_REMINDER ->
                client.invoices().stream()
                        .filter(InvoiceFacts::isOut)
                        .max(Comparator.comparing(InvoiceFacts::issuedOn))
                        .map(invoice -> planned(kind, client, null, invoice, List.of()));
            default -> next.isEmpty() ? Optional.empty() : Optional.of(planned(kind, client, null, null, next));
        };
    }

    private PlannedNotice planned(
            NoticeKind kind, ClientFacts client, RunFacts run, InvoiceFacts invoice, List<ServiceFacts> services) {
        Instant now = clock.instant();
        return new PlannedNotice(
                kind,
                "sample",
                "",
                0,
                client,
                run,
                invoice,
                services.stream().map(service -> new Concern(client, service)).toList(),
                now,
                Optional.empty());
    }

    /** The services that expire next, all of the same day. */
    private static List<ServiceFacts> next(ClientFacts client, LocalDate today) {
        return client.services().stream()
                .filter(service -> service.daysLeft(today) >= 0)
                .map(ServiceFacts::expiresOn)
                .findFirst()
                .map(day -> client.services().stream()
                        .filter(service -> service.expiresOn().equals(day))
                        .toList())
                .orElse(List.of());
    }

    private Optional<ClientFacts> client(RegisterFacts facts, NoticeKind kind, LetterSubject about, LocalDate today) {
        return Stream.concat(
                        about.client().stream().boxed(),
                        about.client().isPresent() ? Stream.empty() : fitting(kind, today))
                .flatMap(id -> facts.clients(id, id, today).stream())
                .findFirst();
    }

    private Stream<Long> fitting(NoticeKind kind, LocalDate today) {
        String sql = kind == NoticeKind.PAYMENT_REMINDER
                ? "select i.client_id from invoice i join client c on c.id = i.client_id where c.active = true and c.erased_at is null"
                        + " and i.state in ('ISSUED', 'PAID') and i.issued_on >= ? order by i.state, i.issued_on desc"
                : "select s.client_id from client_service s join client c on c.id = s.client_id where c.active = true"
                        + " and c.erased_at is null and s.state = 'ACTIVE' and s.expires_on >= ? order by s.expires_on, s.id";
        LocalDate from = kind == NoticeKind.PAYMENT_REMINDER ? today.minusYears(1) : today;
        return Rows.query(dataSource, sql + " fetch first 1 rows only", row -> row.getLong(1), from).stream();
    }

    private static Optional<RunFacts> run(List<RunFacts> runs, LetterSubject about, Optional<ClientFacts> client) {
        if (about.run().isPresent()) {
            return runs.stream()
                    .filter(run -> run.id() != null && run.id() == about.run().getAsLong())
                    .findFirst();
        }
        Comparator<RunFacts> latest = Comparator.comparing(RunFacts::billDay);
        return runs.stream()
                .filter(run -> client.filter(one -> !one.covered(run.coverage()).isEmpty())
                        .isPresent())
                .max(latest)
                .or(() -> runs.stream().max(latest));
    }

    private int waiting(RunFacts run) {
        return Rows.query(
                        dataSource,
                        "select count(distinct s.client_id) from client_service s join client c on c.id = s.client_id"
                                + " where c.active = true and s.state = 'ACTIVE' and s.expires_on >= ? and s.expires_on <= ?",
                        row -> row.getInt(1),
                        run.coverage().from(),
                        run.coverage().to())
                .get(0);
    }

    private Map<Long, String> pages(List<RunFacts> runs) {
        return runs.stream()
                .map(RunFacts::incident)
                .filter(id -> id != null && incidents.find(id).isPresent())
                .distinct()
                .collect(Collectors.toMap(id -> id, id -> site.of("/incidents/" + id)));
    }

    private static ClientFacts in(Locale language, ClientFacts client) {
        return new ClientFacts(
                client.id(),
                client.name(),
                client.email(),
                client.alternateEmail(),
                language,
                client.zone(),
                client.wantsReminders(),
                client.services(),
                client.invoices(),
                client.waivers(),
                client.told());
    }
}
