package net.niner.status.account;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import javax.sql.DataSource;
import net.niner.status.account.AuditEvent.Change;
import net.niner.status.platform.Rows;

/**
 * The trail of every change: who, when, from where, what, before and after. Rows are added, never changed or removed. Each carries a hash over
 * itself and the one before it, and the end of the chain is kept beside it under a seal, all with a key that is not in the database
 * ({@link AuditSeal}): what somebody with access to the database changes, removes or slips in shows when the trail is verified. Whoever has the
 * key as well can make the whole chain anew, and whoever kept an old copy of the database can put it back; against both, keep its head elsewhere.
 */
@Stateless
public class Audit {

    public static final int SUBJECT_LENGTH = 300;

    private static final String COLUMNS =
            "select id, happened_at, user_id, who, address, action, subject, changes, hash from audit_event";

    private static final Logger LOG = Logger.getLogger(Audit.class.getName());

    /** At the first refusal: all that follow have the same reason. */
    private static final AtomicBoolean COMPLAINED = new AtomicBoolean();

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @EJB
    private AuditSeals seals;

    @Inject
    private Clock clock;

    private record Head(long events, String hash, String seal) {

        boolean fits(AuditSeal key) {
            return key.end(events, hash).equals(seal);
        }
    }

    private record Hashed(AuditRow row, String hash) {}

    /**
     * Writes down a change, in the transaction that makes it. Who and from where is asked of {@link Caller}; where nobody is bound, it is the
     * site. What is the same before and after is left out; nothing is written where all is, except for what has no fields at all. From here
     * until the end of the transaction everybody else waits who has something to write down: call it last.
     *
     * @param action what was done, as {@code check.change}: a feature's word, a dot, a verb
     * @param subject what it was done to, as a person knows it: {@code NC036 webmail}
     * @param before the fields as they were, empty for what did not exist; never holds a secret
     * @param after the fields as they are, empty for what exists no more; never holds a secret
     * @throws AuditEndMissing if the trail does not say where it ends
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void record(String action, String subject, Map<String, String> before, Map<String, String> after) {
        Map<String, Change> changes = AuditChanges.between(before, after);
        if (changes.isEmpty() && !(before.isEmpty() && after.isEmpty())) {
            return;
        }
        Actor actor = Caller.current().orElseGet(Actor::site);
        AuditSeal key = keyBeforeTheLock();
        Head head = head(" for update").orElseThrow(Audit::endMissing);
        AuditRow row = new AuditRow(
                head.events() + 1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor.userId(),
                AuditText.cut(actor.name(), SUBJECT_LENGTH),
                AuditText.address(actor.address()),
                action,
                AuditText.cut(subject, SUBJECT_LENGTH),
                AuditChanges.write(changes));
        String link = key.link(head.hash(), row);
        append(row, link, head.fits(key) ? key.end(row.id(), link) : head.seal());
    }

    /** Latest first. */
    @Allowed(Permission.AUDIT)
    public List<AuditEvent> find(AuditFilter filter, int first, int most) {
        AuditCondition condition = new AuditCondition(filter);
        String page = " order by id desc limit " + Math.max(0, most) + " offset " + Math.max(0, first);
        return Rows.query(dataSource, COLUMNS + condition.text() + page, AuditRow::of, condition.values()).stream()
                .map(AuditRow::event)
                .toList();
    }

    @Allowed(Permission.AUDIT)
    public int count(AuditFilter filter) {
        AuditCondition condition = new AuditCondition(filter);
        return Rows.query(
                        dataSource,
                        "select count(*) from audit_event" + condition.text(),
                        row -> row.getInt(1),
                        condition.values())
                .get(0);
    }

    /** Oldest first, a line for each field that changed; see {@link AuditCsv}. */
    @Allowed(Permission.AUDIT)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void csv(AuditFilter filter, Appendable out) {
        AuditCsv csv = new AuditCsv(out);
        try {
            csv.head();
            long last = Long.MIN_VALUE;
            List<AuditRow> page;
            do {
                AuditCondition condition = new AuditCondition(filter).after(last);
                page = Rows.query(dataSource, COLUMNS + condition.page(), AuditRow::of, condition.values());
                for (AuditRow row : page) {
                    csv.event(row.event());
                    last = row.id();
                }
            } while (page.size() == AuditCondition.PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the whole trail. What is written meanwhile does not disturb it. */
    @Allowed(Permission.AUDIT)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public AuditVerdict verify() {
        AuditSeal key = seals.seal();
        Optional<Head> end = head("");
        if (end.isEmpty()) {
            return new AuditVerdict(0, 1L, "");
        }
        Head head = end.get();
        String hash = "";
        long last = 0;
        long read = Long.MIN_VALUE;
        List<Hashed> page;
        do {
            AuditCondition condition =
                    new AuditCondition(AuditFilter.all()).after(read).upTo(head.events());
            page = Rows.query(
                    dataSource,
                    COLUMNS + condition.page(),
                    row -> new Hashed(AuditRow.of(row), row.getString("hash")),
                    condition.values());
            for (Hashed next : page) {
                read = next.row().id();
                hash = key.link(hash, next.row());
                if (read != last + 1 || !hash.equals(next.hash())) {
                    return new AuditVerdict(last, Math.min(read, last + 1), head.hash());
                }
                last = read;
            }
        } while (page.size() == AuditCondition.PAGE);
        if (last < head.events()) {
            return new AuditVerdict(last, last + 1, head.hash());
        }
        if (!hash.equals(head.hash())) {
            return new AuditVerdict(last, Math.max(1, last), head.hash());
        }
        if (!head.fits(key)) {
            return new AuditVerdict(last, last + 1, head.hash());
        }
        return new AuditVerdict(last, beyondTheHead(), head.hash());
    }

    /** A row after the end of the chain was slipped in: one statement sees an event and its head, or neither. */
    private Long beyondTheHead() {
        return Rows.query(
                        dataSource,
                        "select min(id) from audit_event where id > (select events from audit_head where id = 1)",
                        row -> row.getObject(1, Long.class))
                .get(0);
    }

    /** Whoever asks first has the trail sealed, over another connection, which would wait for a lock of this one. */
    private AuditSeal keyBeforeTheLock() {
        return seals.seal();
    }

    private Optional<Head> head(String lock) {
        return Rows.query(
                        dataSource,
                        "select events, hash, seal from audit_head where id = 1" + lock,
                        row -> new Head(row.getLong("events"), row.getString("hash"), row.getString("seal")))
                .stream()
                .findFirst();
    }

    private static AuditEndMissing endMissing() {
        AuditEndMissing missing = new AuditEndMissing();
        if (COMPLAINED.compareAndSet(false, true)) {
            LOG.severe(missing.getMessage());
        }
        return missing;
    }

    /** @param seal one that does not fit stays, lest the next event hide what was cut off */
    private void append(AuditRow row, String hash, String seal) {
        Rows.update(
                dataSource,
                "insert into audit_event (id, happened_at, user_id, who, address, action, subject, changes, hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.id(),
                Rows.time(row.at()),
                row.userId(),
                row.who(),
                row.address(),
                row.action(),
                row.subject(),
                row.changes(),
                hash);
        Rows.update(
                dataSource, "update audit_head set events = ?, hash = ?, seal = ? where id = 1", row.id(), hash, seal);
    }
}
