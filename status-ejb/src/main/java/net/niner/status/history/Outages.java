package net.niner.status.history;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import net.niner.status.account.Allowed;
import net.niner.status.account.Permission;
import net.niner.status.platform.Rows;
import net.niner.status.probe.Judgement;

/** When checks were down. */
@Stateless
public class Outages {

    private static final String ALL = "select " + Outage.COLUMNS + " from " + Outage.TABLES;

    private static final String OF = ALL + " where o.check_id = ?";

    private static final String OPEN = """
            insert into outage (check_id, began_at, confirmed_at, cause)
            select id, cast(? as timestamp with time zone), cast(? as timestamp with time zone), cast(? as varchar(300))
            from probe_check where id = ?
            """;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Inject
    private Clock clock;

    @Inject
    private Event<OutageConfirmed> confirmed;

    @Inject
    private Event<OutageEnded> ended;

    /** Opens and closes outages as the judgements demand, and tells whoever listens, within the same transaction. */
    public void follow(List<Judgement> judgements) {
        for (Judgement judgement : judgements) {
            if (judgement.goesDown()) {
                open(judgement);
            } else if (judgement.comesBack()) {
                close(judgement);
            }
        }
    }

    /** All of one check, oldest first. */
    public List<Outage> of(long checkId) {
        return Rows.query(dataSource, OF + " order by o.began_at", Outage::read, checkId);
    }

    /** The latest ones of a check, latest first. */
    @Allowed(Permission.READ)
    public List<Outage> latest(long checkId, int most) {
        return Rows.query(
                dataSource, OF + " order by o.began_at desc fetch first ? rows only", Outage::read, checkId, most);
    }

    /** Those of a check that lasted at that instant, or began after it, latest first. */
    @Allowed(Permission.READ)
    public List<Outage> since(long checkId, Instant then) {
        return Rows.query(
                dataSource,
                OF + " and (o.ended_at is null or o.ended_at >= ?) order by o.began_at desc",
                Outage::read,
                checkId,
                Rows.time(then));
    }

    /** Those that last, longest first; not those of checks that are paused or of servers that are out of service, which nobody follows. */
    @Allowed(Permission.READ)
    public List<Outage> lasting() {
        LocalDate today = Rows.day(clock.instant());
        return Rows.query(
                dataSource,
                ALL
                        + " where o.ended_at is null and not c.paused and (s.retired_on is null or s.retired_on > ?) order by o.began_at",
                Outage::read,
                today);
    }

    private void open(Judgement judgement) {
        Outage outage = new Outage(
                judgement.measurement().checkId(),
                judgement.name(),
                judgement.after().downSince(),
                judgement.measurement().at(),
                null,
                judgement.measurement().detail());
        Rows.update(
                dataSource,
                OPEN,
                Rows.time(outage.began()),
                Rows.time(outage.confirmed()),
                outage.cause(),
                outage.checkId());
        confirmed.fire(new OutageConfirmed(outage, judgement.flapsOn()));
    }

    private void close(Judgement judgement) {
        long check = judgement.measurement().checkId();
        Instant end = judgement.after().since();
        Rows.query(dataSource, OF + " and o.ended_at is null", Outage::read, check)
                .forEach(open -> ended.fire(new OutageEnded(
                        new Outage(check, open.check(), open.began(), open.confirmed(), end, open.cause()))));
        Rows.update(
                dataSource,
                "update outage set ended_at = ? where check_id = ? and ended_at is null",
                Rows.time(end),
                check);
    }
}
