package net.niner.status.notice;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import net.niner.status.platform.DatabaseException;
import net.niner.status.platform.Migrations;
import net.niner.status.platform.Rows;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The short transactions of delivery. A notice is claimed, and before its first byte leaves the site it is marked as handed over; whoever dies in
 * between leaves a lease that lapses, and the mark says whether it may be sent again. A claim that is another's by now can neither hand over nor end.
 */
@Stateless
public class Deliveries {

    private static final String NOTE =
            "insert into notice_event (notice_id, happened_at, state, what, who) values (?, ?, ?, ?, '')";

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @EJB
    private Migrations migrations;

    @EJB
    private MailSetups setups;

    @EJB
    private Fence fence;

    @EJB
    private AddressFails fails;

    @Inject
    @Any
    private Instance<OfficeHours> hours;

    @Inject
    private Throttle throttle;

    @Inject
    private RelayHealth relay;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "status.mail.lease", defaultValue = "PT10M")
    private Duration lease;

    private Engine engine;

    @PostConstruct
    void lookUp() {
        migrations.await();
        engine = Engine.of(dataSource);
    }

    /** How long whoever claimed a notice may take until it counts as dead. */
    public Duration lease() {
        return lease;
    }

    /** From when on there is something to deliver; may lie in the past. Empty also while nothing may go out at all. */
    public Optional<Instant> nextDue() {
        if (!mayDeliver()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Instant notBefore = relay.trouble().map(RelayHealth.Trouble::again).orElseGet(() -> throttle.next(now));
        Optional<Instant> queued = first(
                        "select min(due_at) as due from notice where state = 'QUEUED' and text_body is not null")
                .map(due -> due.isBefore(notBefore) && notBefore.isAfter(now) ? notBefore : due);
        return Stream.of(
                        queued,
                        first("select min(due_at) as due from notice where state = 'SENDING'"),
                        first(
                                "select min(created_at) as due from notice where audience = 'CLIENT' and clearance = 'OPEN'"
                                        + " and state = 'QUEUED'"))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** Whether there is a relay, and this installation may use it. */
    public boolean mayDeliver() {
        return setups.read().setup().sends() && fence.open();
    }

    /** Ends what others left behind: back into the queue where nothing of it has left the site, else a person must say what became of it. */
    public void lapse() {
        Instant now = clock.instant();
        NoticeMoves moves = new NoticeMoves(dataSource, now, null);
        moves.move(
                NoticeState.QUEUED,
                "whoever was sending it ended before anything of it was handed over",
                ", due_at = ?",
                "state = 'SENDING' and step = 'CLAIMED' and due_at <= ?",
                Rows.time(now),
                Rows.time(now));
        List<Long> handed = Rows.query(
                dataSource,
                "select id from notice where state = 'SENDING' and step = 'HANDED' and due_at <= ?"
                        + engine.skipLocked(),
                row -> row.getLong(1),
                Rows.time(now));
        // these keep their claim: if whoever sends them lives after all, it still may say that they were sent
        String words = "whoever was sending it ended while it was being handed over";
        handed.removeIf(id -> Rows.update(
                        dataSource,
                        "update notice set state = 'UNKNOWN', step = null, reason = ?, changed_at = ?"
                                + " where id = ? and state = 'SENDING' and step = 'HANDED' and due_at <= ?",
                        words,
                        Rows.time(now),
                        id,
                        Rows.time(now))
                == 0);
        note(handed, NoticeState.UNKNOWN, words, now);
    }

    /** Those whose time has passed are not sent any more. */
    public int expire() {
        Instant now = clock.instant();
        return new NoticeMoves(dataSource, now, null)
                .move(
                        NoticeState.STALE,
                        "its time has passed",
                        "",
                        "state = 'QUEUED' and due_at <= ? and good_until < ?",
                        Rows.time(now),
                        Rows.time(now));
    }

    /**
     * Claims what is due, the most urgent first.
     *
     * @return what is to be sent now; what must wait for office hours does, and others come in its place
     */
    public List<Outgoing> claim(int most) {
        List<Outgoing> outgoing = new ArrayList<>();
        SendHours window = hours.stream().findFirst().map(OfficeHours::today).orElse(SendHours.USUAL);
        boolean more = true;
        while (more && outgoing.isEmpty()) {
            more = claim(most, window, outgoing) == most;
        }
        return outgoing;
    }

    /**
     * Returns how many were claimed, whether they are to be sent now or not. The order begins with the state, although all have the same: only so
     * does H2 read them in the order of the index, and not sort all that is due, with its text, for each claim.
     */
    private int claim(int most, SendHours window, List<Outgoing> outgoing) {
        Instant now = clock.instant();
        String claim = UUID.randomUUID().toString();
        int claimed = Rows.update(
                dataSource,
                "update notice set state = 'SENDING', step = 'CLAIMED', claim = ?, due_at = ?, changed_at = ? where id in ("
                        + "select id from notice where state = 'QUEUED' and clearance <> 'OPEN' and due_at <= ?"
                        + " and text_body is not null and address is not null"
                        + " order by state, priority, due_at fetch first ? rows only" + engine.skipLocked()
                        + ") and state = 'QUEUED'",
                claim,
                Rows.time(now.plus(lease)),
                Rows.time(now),
                Rows.time(now),
                most);
        List<DeliveryEntry> closed = new ArrayList<>();
        for (Outgoing notice : Rows.query(
                dataSource,
                "select " + Outgoing.COLUMNS + " from notice where claim = ? order by priority, id",
                Outgoing::of,
                claim)) {
            Instant opens = notice.audience() == Audience.CLIENT ? window.next(now, notice.zone()) : now;
            if (opens.isAfter(now)) {
                closed.add(DeliveryEntry.ended(notice, Outcome.givenBack("it waits for office hours", opens)));
            } else {
                outgoing.add(notice);
            }
        }
        record(closed);
        return claimed;
    }

    /** Records all that happened, in one transaction, and says of each whether it could be. Durable only after {@link #settle}. */
    public List<Boolean> record(List<DeliveryEntry> entries) {
        Instant now = clock.instant();
        List<Boolean> recorded = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement handOver = connection.prepareStatement(
                        "update notice set step = 'HANDED', sent_to = ?, attempts = attempts + 1, due_at = ?, changed_at = ?"
                                + " where id = ? and claim = ? and state = 'SENDING' and step = 'CLAIMED'");
                PreparedStatement end = connection.prepareStatement(
                        "update notice set state = ?, reason = ?, step = null, due_at = ?, changed_at = ?, sent_at = ?,"
                                + " attempts = attempts + (case when step = 'CLAIMED' then ? else 0 end)"
                                + " where id = ? and claim = ? and (state = 'SENDING' or state = 'UNKNOWN' and ? = 'SENT')")) {
            for (DeliveryEntry entry : entries) {
                Outgoing notice = entry.notice();
                if (entry.isHandOver()) {
                    Rows.bind(
                            handOver,
                            entry.to(),
                            Rows.time(now.plus(lease)),
                            Rows.time(now),
                            notice.id(),
                            notice.claim());
                    recorded.add(handOver.executeUpdate() == 1);
                } else {
                    Outcome outcome = entry.outcome();
                    Rows.bind(
                            end,
                            outcome.state().name(),
                            outcome.words(),
                            Rows.time(outcome.again() == null ? now : outcome.again()),
                            Rows.time(now),
                            Rows.time(outcome.state() == NoticeState.SENT ? now : null),
                            outcome.tried() ? 1 : 0,
                            notice.id(),
                            notice.claim(),
                            outcome.state().name());
                    recorded.add(end.executeUpdate() == 1);
                }
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
        List<DeliveryEntry> told = new ArrayList<>();
        for (int entry = 0; entry < entries.size(); entry++) {
            Outcome outcome = entries.get(entry).outcome();
            if (recorded.get(entry) && outcome != null && (outcome.tried() || outcome.state() != NoticeState.QUEUED)) {
                told.add(entries.get(entry));
            }
        }
        Rows.batch(dataSource, NOTE, told, (statement, entry) -> note(statement, entry, now));
        told.stream()
                .filter(entry -> entry.outcome().state() == NoticeState.FAILED)
                .forEach(entry -> fails.raise(
                        entry.notice().key().recipient(), entry.notice().address()));
        return recorded;
    }

    /** After it, what was committed outlives a kill of the site: H2 writes to its file a moment after the commit. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void settle() {
        if (engine == Engine.H2) {
            Rows.update(dataSource, "checkpoint");
        }
    }

    private void note(List<Long> ids, NoticeState state, String words, Instant now) {
        Rows.batch(
                dataSource,
                NOTE,
                ids,
                (statement, id) -> Rows.bind(statement, id, Rows.time(now), state.name(), words));
    }

    private static void note(PreparedStatement statement, DeliveryEntry entry, Instant now) throws SQLException {
        Outcome outcome = entry.outcome();
        Rows.bind(
                statement, entry.notice().id(), Rows.time(now), outcome.state().name(), outcome.words());
    }

    private Optional<Instant> first(String sql) {
        return Rows.query(dataSource, sql, row -> Optional.ofNullable(Rows.instant(row, "due"))).stream()
                .flatMap(Optional::stream)
                .findFirst();
    }
}
