package net.niner.status.billing;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import net.niner.status.incident.Impact;
import net.niner.status.incident.OpenIncidents;
import net.niner.status.notice.Judgement;
import net.niner.status.notice.NoticeJudge;
import net.niner.status.notice.NoticeKey;
import net.niner.status.notice.NoticeKind;
import net.niner.status.notice.OwnerTasks;
import net.niner.status.notice.TaskKind;
import net.niner.status.platform.Rows;

/** Whether what a notice about billing says still holds, and whether its client can be reached where it goes. */
@ApplicationScoped
public class BillingJudge implements NoticeJudge {

    private static final Set<NoticeKind> KINDS = Set.of(
            NoticeKind.RUN_LATE,
            NoticeKind.EXPIRY_UNBILLED,
            NoticeKind.INVOICE_DELAYED,
            NoticeKind.EXPIRY,
            NoticeKind.PAYMENT_REMINDER,
            NoticeKind.RUN_SENT);

    /** The services of a client that expire within days and are active. */
    private static final String ACTIVE = """
            select count(*) from client_service s where s.client_id = ? and s.state = 'ACTIVE' and s.expires_on >= ? and s.expires_on <= ?
            """;

    /** Those of them that no invoice, nor a waiver, of a run that covers them is for. */
    private static final String UNBILLED = "select count(*) from client_service s join client c on c.id = s.client_id"
            + " where c.active = true and " + ClientRows.UNBILLED;

    /** The same of one client, by whom the database finds them: asked before each mail about a delay. */
    private static final String UNBILLED_OF = UNBILLED + " and s.client_id = ?";

    private static final String STAGES = """
            select stage from notice where kind = 'EXPIRY' and subject_ref = ? and recipient_ref = ?
            """;

    private static final String UNPAID = """
            select count(*) from client_service s
            where s.client_id = ? and s.state = 'ACTIVE' and s.expires_on = ?
            and not exists (select 1 from invoice i join invoice_run r on r.bill_day = i.bill_day
                where i.client_id = s.client_id and i.state = 'PAID'
                and r.covers_from <= s.expires_on and r.covers_to >= s.expires_on)
            """;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @EJB
    private OpenIncidents open;

    @EJB
    private OwnerTasks tasks;

    private record Whom(
            long id, boolean active, boolean wantsReminders, String alternate, Long mailServer, ZoneId zone) {}

    private record Run(LocalDate from, LocalDate to, RunState state, int revision) {}

    @Override
    public Set<NoticeKind> kinds() {
        return KINDS;
    }

    @Override
    public Judgement judge(NoticeKey key, String recipient, Instant now) {
        Optional<String> over = outdated(key, now);
        if (over.isPresent()) {
            return new Judgement.Cancel(over.get());
        }
        return key.recipient().startsWith("client:")
                ? reach(client(key).orElseThrow(), key, recipient)
                : Judgement.SEND;
    }

    /** Why it need not be said any more. */
    private Optional<String> outdated(NoticeKey key, Instant now) {
        return switch (key.kind()) {
            case RUN_LATE ->
                run(key).filter(run -> run.state() == RunState.LATE)
                        .map(run -> Optional.<String>empty())
                        .orElse(Optional.of("the run is not late any more"));
            case EXPIRY_UNBILLED -> {
                LocalDate day = day(key);
                yield count(UNBILLED, day, day) > 0
                        ? Optional.empty()
                        : Optional.of("all that expires on that day has an invoice by now");
            }
            default -> toClient(key, now);
        };
    }

    private Optional<String> toClient(NoticeKey key, Instant now) {
        Optional<Whom> client = client(key);
        if (client.isEmpty() || !client.get().active()) {
            return Optional.of("the client is not one any more");
        }
        long id = client.get().id();
        return switch (key.kind()) {
            case INVOICE_DELAYED ->
                run(key).filter(run -> !run.state().isOver() && count(UNBILLED_OF, run.from(), run.to(), id) > 0)
                        .map(run -> key.revision() < run.revision()
                                ? Optional.of("another day is promised by now")
                                : Optional.<String>empty())
                        .orElse(Optional.of("the client has the invoice by now"));
            case EXPIRY -> expiry(key, client.get(), now);
            case PAYMENT_REMINDER ->
                client.get().wantsReminders() ? invoice(key) : Optional.of("the client does not want to be reminded");
            default -> Optional.empty();
        };
    }

    private Optional<String> expiry(NoticeKey key, Whom client, Instant now) {
        LocalDate day = day(key);
        if (day.isBefore(LocalDate.ofInstant(now, client.zone()))) {
            return Optional.of("that day has passed");
        }
        if (count(ACTIVE, client.id(), day, day) == 0) {
            return Optional.of("nothing of the client expires on that day any more");
        }
        if (count(UNPAID, client.id(), day) == 0) {
            return Optional.of("it is paid by now");
        }
        int stage = Integer.parseInt(key.stage());
        boolean later = Rows.query(dataSource, STAGES, row -> row.getString(1), key.subject(), key.recipient()).stream()
                .anyMatch(other -> Integer.parseInt(other) < stage);
        return later ? Optional.of("a later notice of the same expiry tells it") : Optional.empty();
    }

    private Optional<String> invoice(NoticeKey key) {
        return Rows.query(dataSource, "select state from invoice where id = ?", row -> row.getString(1), number(key))
                .stream()
                .findFirst()
                .filter(InvoiceState.ISSUED.name()::equals)
                .map(state -> Optional.<String>empty())
                .orElse(Optional.of("the invoice is paid or cancelled by now"));
    }

    /** A mail to a mailbox on a server where no mail moves would come too late, or never. */
    private Judgement reach(Whom client, NoticeKey key, String recipient) {
        boolean down = client.mailServer() != null
                && open.impaired().stream()
                        .anyMatch(impaired ->
                                impaired.serverId() == client.mailServer() && impaired.impact() != Impact.DEGRADED);
        if (!down || recipient.equals(client.alternate())) {
            return Judgement.SEND;
        }
        if (client.alternate() != null) {
            return new Judgement.SendTo(client.alternate());
        }
        tasks.raise(
                TaskKind.UNREACHABLE,
                "unreachable|" + key.text(),
                client.id(),
                "The server with their mail is down and no other address is known. Tell them by other means, or release the notice when it is up: "
                        + key.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", " + key.subject());
        return new Judgement.Hold("the server with the client’s mail is down, and no other address is known");
    }

    private Optional<Whom> client(NoticeKey key) {
        return Rows.query(
                        dataSource,
                        """
                        select id, active, wants_reminders, alternate_email, mail_server_id, zone from client
                        where id = ? and erased_at is null
                        """,
                        row -> new Whom(
                                row.getLong("id"),
                                row.getBoolean("active"),
                                row.getBoolean("wants_reminders"),
                                row.getString("alternate_email"),
                                row.getObject("mail_server_id", Long.class),
                                row.getString("zone") == null ? ZoneOffset.UTC : ZoneId.of(row.getString("zone"))),
                        Long.parseLong(key.recipient().substring("client:".length())))
                .stream()
                .findFirst();
    }

    private Optional<Run> run(NoticeKey key) {
        List<Run> found = Rows.query(
                dataSource,
                "select covers_from, covers_to, state, promise_revision from invoice_run where id = ?",
                row -> new Run(
                        row.getObject("covers_from", LocalDate.class),
                        row.getObject("covers_to", LocalDate.class),
                        RunState.valueOf(row.getString("state")),
                        row.getInt("promise_revision")),
                number(key));
        return found.stream().findFirst();
    }

    private int count(String sql, Object... values) {
        return Rows.query(dataSource, sql, row -> row.getInt(1), values).get(0);
    }

    private static long number(NoticeKey key) {
        return Long.parseLong(key.subject().substring(key.subject().indexOf(':') + 1));
    }

    private static LocalDate day(NoticeKey key) {
        return LocalDate.parse(key.subject().substring(key.subject().indexOf(':') + 1));
    }
}
