package net.niner.status.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.UserTransaction;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import net.niner.status.account.AuditEvent.Change;
import net.niner.status.platform.Rows;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class AuditIT {

    private static final Actor ANN =
            new Actor(7L, "ann@example.org", "10.4.0.1", Actor.site().permissions());

    private final String subject = "subject " + UUID.randomUUID();

    @EJB
    private Audit audit;

    @Resource
    private UserTransaction transaction;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Test
    void anEventSaysWhoFromWhereAndWhatDiffers() throws Exception {
        record(
                Map.of("port", "25", "host", "a", "same", "x"),
                Map.of("port", "465", "same", "x", "note", "n".repeat(3_000)));
        assertThat(found()).singleElement().satisfies(event -> {
            assertThat(event.who()).isEqualTo("ann@example.org");
            assertThat(event.address()).isEqualTo("10.4.0.1");
            assertThat(event.action()).isEqualTo("check.change");
            assertThat(event.changes())
                    .containsEntry("port", new Change("25", "465"))
                    .containsEntry("host", new Change("a", null))
                    .containsEntry("note", new Change(null, "n".repeat(2_000)))
                    .hasSize(3);
        });
    }

    @Test
    void whatDiffersInNothingIsNoEventAndWhatHasNoFieldsIsOne() throws Exception {
        record(Map.of("port", "25"), Map.of("port", "25"));
        assertThat(found()).isEmpty();
        record(Map.of(), Map.of());
        assertThat(found()).hasSize(1);
    }

    @Test
    void whatIsTakenBackIsNoEvent() throws Exception {
        transaction.begin();
        Caller.as(ANN, () -> audit.record("check.change", subject, Map.of(), Map.of()));
        transaction.rollback();
        assertThat(found()).isEmpty();
        assertThat(verdict().isWhole()).isTrue();
    }

    @Test
    void theTrailIsSearchedByWhoWhatAndWhen() throws Exception {
        record(Map.of(), Map.of());
        LocalDate today = LocalDate.ofInstant(found().get(0).at(), ZoneOffset.UTC);
        assertThat(count(new AuditFilter("ANN@", "check.", subject, today, today)))
                .isEqualTo(1);
        assertThat(count(new AuditFilter("", "", subject, null, null))).isEqualTo(1);
        assertThat(count(new AuditFilter("%", null, subject, null, null))).isZero();
        assertThat(count(new AuditFilter(null, "hange", subject, null, null))).isZero();
        assertThat(count(new AuditFilter(null, null, subject, today.plusDays(1), null)))
                .isZero();
        assertThat(count(new AuditFilter(null, null, subject, null, today.minusDays(1))))
                .isZero();
        record(Map.of(), Map.of("a", "1"));
        assertThat(Caller.as(ANN, () -> audit.find(new AuditFilter(null, null, subject, null, null), 1, 1)))
                .singleElement()
                .satisfies(event -> assertThat(event.changes()).isEmpty());
    }

    @Test
    void theTrailGoesIntoASpreadsheet() throws Exception {
        record(Map.of("name", "=1+1"), Map.of("name", "say \"hi\""));
        StringBuilder csv = new StringBuilder();
        Caller.as(ANN, () -> audit.csv(new AuditFilter(null, null, subject, null, null), csv));
        assertThat(csv.toString())
                .startsWith("id,at,who,address,action,subject,field,before,after\r\n")
                .endsWith(",ann@example.org,10.4.0.1,check.change," + subject + ",name,'=1+1,\"say \"\"hi\"\"\"\r\n");
    }

    @Test
    void everyWayToFalsifyTheTrailShows() throws Exception {
        for (int i = 0; i < 4; i++) {
            record(Map.of(), Map.of("number", String.valueOf(i)));
        }
        List<Long> ids = found().stream().map(AuditEvent::id).sorted().toList();
        AuditVerdict whole = verdict();
        assertThat(whole.isWhole()).isTrue();
        assertThat(whole.events()).isGreaterThanOrEqualTo(ids.get(3));

        assertBroken(ids.get(1), "update audit_event set who = 'bob@example.org' where id = " + ids.get(1));
        assertBroken(ids.get(1), "update audit_event set changes = '{}' where id = " + ids.get(1));
        assertBroken(
                ids.get(2),
                "update audit_event set happened_at = happened_at + interval '1' second where id = " + ids.get(2));
        assertBroken(ids.get(1), "delete from audit_event where id = " + ids.get(1));
        assertBroken(whole.events(), "delete from audit_event where id = " + whole.events());
        assertBroken(
                whole.events() + 1,
                "insert into audit_event (id, happened_at, who, action, subject, changes, hash) select id + 1, happened_at, who, action,"
                        + " subject, changes, hash from audit_event where id = " + whole.events());
        assertBroken(
                0L,
                "insert into audit_event (id, happened_at, who, action, subject, changes, hash) select 0, happened_at, who, action,"
                        + " subject, changes, hash from audit_event where id = " + whole.events());
        long last = whole.events();
        String cut = "delete from audit_event where id >= ";
        String setBack = "update audit_head set events = %d, hash = (select hash from audit_event where id = %<d)";
        assertBroken(last, cut + last, setBack.formatted(last - 1));
        assertBroken(ids.get(2), cut + ids.get(2), setBack.formatted(ids.get(2) - 1));
        assertBroken(1L, cut + 1, "update audit_head set events = 0, hash = '', seal = null");
        assertBroken(1L, "delete from audit_head");
        assertThat(verdict()).isEqualTo(whole);
    }

    @Test
    void whatIsWrittenLaterDoesNotHideThatTheEndWasCutOff() throws Exception {
        record(Map.of(), Map.of());
        record(Map.of(), Map.of());
        long last = verdict().events();
        Kept kept = keep();
        Rows.update(dataSource, "delete from audit_event where id = ?", last);
        Rows.update(
                dataSource,
                "update audit_head set events = ?, hash = (select hash from audit_event where id = ?)",
                last - 1,
                last - 1);
        try {
            record(Map.of(), Map.of());
            assertThat(verdict().isWhole()).isFalse();
        } finally {
            putBack(kept);
        }
    }

    @Test
    void withoutItsEndTheTrailTakesNothingAndSaysWhy() throws Exception {
        Kept kept = keep();
        Rows.update(dataSource, "delete from audit_head");
        transaction.begin();
        try {
            assertThatThrownBy(() -> audit.record("check.change", subject, Map.of(), Map.of()))
                    .isInstanceOf(AuditEndMissing.class)
                    .hasMessageContaining("audit_head");
        } finally {
            transaction.rollback();
            putBack(kept);
        }
    }

    private record Kept(List<Object[]> events, List<Object[]> head) {}

    /** Falsifies the trail, looks, and puts it back as it was. */
    private void assertBroken(long first, String... falsifications) {
        Kept kept = keep();
        for (String falsification : falsifications) {
            Rows.update(dataSource, falsification);
        }
        try {
            assertThat(verdict().firstBroken())
                    .as(String.join("; ", falsifications))
                    .isEqualTo(first);
        } finally {
            putBack(kept);
        }
    }

    private Kept keep() {
        List<Object[]> events = Rows.query(
                dataSource,
                "select id, happened_at, user_id, who, address, action, subject, changes, hash from audit_event order by id",
                row -> new Object[] {
                    row.getLong(1),
                    row.getObject(2, OffsetDateTime.class),
                    row.getObject(3, Long.class),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7),
                    row.getString(8),
                    row.getString(9)
                });
        return new Kept(events, Rows.query(dataSource, "select events, hash, seal from audit_head", row ->
                new Object[] {row.getLong(1), row.getString(2), row.getString(3)}));
    }

    private void putBack(Kept kept) {
        Rows.update(dataSource, "delete from audit_event");
        Rows.batch(
                dataSource,
                "insert into audit_event (id, happened_at, user_id, who, address, action, subject, changes, hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                kept.events(),
                Rows::bind);
        Rows.update(dataSource, "delete from audit_head");
        Rows.batch(
                dataSource,
                "insert into audit_head (id, events, hash, seal) values (1, ?, ?, ?)",
                kept.head(),
                Rows::bind);
    }

    @Test
    void manyAtOnceMakeOneChain() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            Callable<Void> write = () -> {
                Caller.as(ANN, () -> writer.write(subject));
                return null;
            };
            for (Future<Void> written :
                    pool.invokeAll(IntStream.range(0, 24).mapToObj(i -> write).toList())) {
                written.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(found()).hasSize(24);
        assertThat(verdict().isWhole()).isTrue();
    }

    @Inject
    private Writer writer;

    /** A service that changes something. */
    @ApplicationScoped
    @Transactional
    static class Writer {

        @Inject
        private Audit audit;

        void write(String subject) {
            audit.record("check.change", subject, Map.of(), Map.of());
        }
    }

    private void record(Map<String, String> before, Map<String, String> after) throws Exception {
        transaction.begin();
        Caller.as(ANN, () -> audit.record("check.change", subject, before, after));
        transaction.commit();
    }

    private List<AuditEvent> found() {
        return Caller.as(ANN, () -> audit.find(new AuditFilter(null, null, subject, null, null), 0, 100));
    }

    private int count(AuditFilter filter) {
        return Caller.as(ANN, () -> audit.count(filter));
    }

    private AuditVerdict verdict() {
        return Caller.as(ANN, audit::verify);
    }
}
