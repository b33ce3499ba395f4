package net.niner.status.billing;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import net.niner.status.account.Audit;
import net.niner.status.notice.OwnerTasks;
import net.niner.status.notice.TaskKind;
import net.niner.status.platform.JobRepository;
import net.niner.status.platform.Rows;

/** Applies what was uploaded, some rows in each transaction. Called by the job and by {@link ImportUploads}, which asks who calls. */
@Stateless
public class ImportWork {

    /** How long rows wait for somebody to apply them: they hold clients' data. */
    private static final Duration PATIENCE = Duration.ofDays(7);

    private static final int KEY_LENGTH = 200;

    @PersistenceContext
    private EntityManager em;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @EJB
    private BillingRegister register;

    @EJB
    private OwnerTasks tasks;

    @EJB
    private Audit audit;

    @EJB
    private JobRepository jobs;

    @Inject
    private Clock clock;

    private record Numbered(int ordinal, String content) {}

    /** A row that waits. */
    private record Waiting(long upload, int ordinal, String content) {}

    /** A client as the register has it. */
    private record Known(long id, boolean erased) {}

    public void keep(long upload, List<String> rows) {
        Rows.batch(
                dataSource,
                "insert into billing_upload_row (upload_id, ordinal, content) values (?, ?, ?)",
                IntStream.range(0, rows.size())
                        .mapToObj(i -> new Numbered(i + 1, rows.get(i)))
                        .toList(),
                (statement, row) -> Rows.bind(statement, upload, row.ordinal(), row.content()));
    }

    /**
     * What it would change now.
     *
     * @throws ImportRefusal if there is none, or its rows are gone
     */
    public ImportDifference difference(long id) {
        ImportUpload upload = ready(id);
        ImportStaged.Rows rows = ImportStaged.read(upload.source(), contents(id, 0, Integer.MAX_VALUE));
        return ImportDifference.of(upload, register.difference(rows.batch()), rows.findings());
    }

    /**
     * How many rows there are to apply.
     *
     * @throws ImportRefusal if there is none, or its rows are gone
     */
    public int rows(long id) {
        return ready(id).rows();
    }

    /**
     * Applies those rows, in the caller's transaction; once more to the same result.
     *
     * @param first counted from 1
     * @return what was changed
     */
    public List<RegisterChange> apply(long id, int first, int last) {
        ImportUpload upload = locked(id);
        demandReady(upload);
        ImportStaged.Rows rows = ImportStaged.read(upload.source(), contents(id, first, last));
        List<RegisterChange> changes = register.upsert(rows.batch());
        rows.findings().forEach(finding -> raise(upload.source(), finding));
        return changes;
    }

    /** Of one who was erased nothing is told any more. */
    private void raise(String source, ImportFinding finding) {
        Known client = finding.clientId() == null ? null : known(source, finding.clientId());
        if (client == null || !client.erased()) {
            String key = "import|" + source + "|" + finding.key();
            tasks.raise(
                    TaskKind.IMPORT_FINDING,
                    key.substring(0, Math.min(key.length(), KEY_LENGTH)),
                    client == null ? null : client.id(),
                    finding.text());
        }
    }

    private Known known(String source, String id) {
        return Rows.query(
                        dataSource,
                        "select id, erased_at from client where source = ? and source_id = ?",
                        row -> new Known(row.getLong(1), row.getObject(2) != null),
                        source,
                        id)
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** An execution of the job has it in hand. Whoever started it and the execution itself both say so, at the same time. */
    public void begin(long id, long execution) {
        Rows.update(
                dataSource,
                "update billing_upload set execution_id = ? where id = ? and (execution_id is null or execution_id <> ?)",
                execution,
                id,
                execution);
    }

    /** The latest execution that began to apply it. */
    public Optional<Long> execution(long id) {
        return Optional.ofNullable(em.find(ImportUpload.class, id)).flatMap(ImportUpload::executionId);
    }

    /** All its rows are applied, and forgotten. Once more changes nothing: the server may die before the job knows. */
    public void complete(long id) {
        ImportUpload upload = locked(id);
        if (upload.state() == ImportUpload.State.IMPORTED) {
            return;
        }
        demandReady(upload);
        upload.complete();
        forgetRows(id);
        audit.record("import.apply", "upload " + id, Map.of(), upload.counts());
    }

    /** @throws ImportRefusal if there is none, its rows are gone, or are being applied */
    public void discard(long id) {
        demandIdle(ready(id));
        ImportUpload upload = locked(id);
        demandReady(upload);
        demandIdle(upload);
        upload.discard();
        forgetRows(id);
        audit.record("import.discard", "upload " + id, Map.of(), Map.of());
    }

    /** Uploads that nobody applied within a week. Their number. */
    public int discardOld() {
        List<ImportUpload> old = em.createQuery(
                        "select u from ImportUpload u where u.state = :ready and u.uploadedAt < :limit",
                        ImportUpload.class)
                .setParameter("ready", ImportUpload.State.READY)
                .setParameter("limit", clock.instant().minus(PATIENCE).atOffset(ZoneOffset.UTC))
                .getResultList();
        List<ImportUpload> idle =
                old.stream().filter(upload -> !isUnderWay(upload)).toList();
        idle.forEach(upload -> {
            upload.discard();
            forgetRows(upload.id());
        });
        return idle.size();
    }

    /** How many uploads that wait have rows of that client. */
    public int countOf(String source, String client) {
        return (int) of(source, client).stream().map(Waiting::upload).distinct().count();
    }

    /** The rows of a client who is erased go; those of others wait on. */
    public void forget(String source, String client) {
        Rows.batch(
                dataSource,
                "delete from billing_upload_row where upload_id = ? and ordinal = ?",
                of(source, client),
                (statement, row) -> Rows.bind(statement, row.upload(), row.ordinal()));
    }

    private List<Waiting> of(String source, String client) {
        return Rows.query(
                        dataSource,
                        "select r.upload_id, r.ordinal, r.content from billing_upload_row r join billing_upload u on u.id = r.upload_id"
                                + " where u.state = 'READY' and u.source = ? and position(cast(? as varchar(4000)) in r.content) > 0",
                        row -> new Waiting(row.getLong(1), row.getInt(2), row.getString(3)),
                        source,
                        Json.createValue(client).toString())
                .stream()
                .filter(row -> ImportStaged.isOf(row.content(), client))
                .toList();
    }

    private void forgetRows(long id) {
        Rows.update(dataSource, "delete from billing_upload_row where upload_id = ?", id);
    }

    private ImportUpload ready(long id) {
        ImportUpload upload = em.find(ImportUpload.class, id);
        if (upload == null) {
            throw new ImportRefusal(id, ImportRefusal.Why.NOT_THERE);
        }
        demandReady(upload);
        return upload;
    }

    /** Who applies it and who discards it come one after the other. */
    private ImportUpload locked(long id) {
        ImportUpload upload = em.find(ImportUpload.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (upload == null) {
            throw new ImportRefusal(id, ImportRefusal.Why.NOT_THERE);
        }
        return upload;
    }

    private static void demandReady(ImportUpload upload) {
        if (upload.state() != ImportUpload.State.READY) {
            throw new ImportRefusal(upload.id(), ImportRefusal.Why.NOT_READY);
        }
    }

    private void demandIdle(ImportUpload upload) {
        if (isUnderWay(upload)) {
            throw new ImportRefusal(upload.id(), ImportRefusal.Why.UNDER_WAY);
        }
    }

    private boolean isUnderWay(ImportUpload upload) {
        return upload.executionId().filter(jobs::isUnderWay).isPresent();
    }

    private List<String> contents(long id, int first, int last) {
        return Rows.query(
                dataSource,
                "select content from billing_upload_row where upload_id = ? and ordinal between ? and ? order by"
                        + " ordinal",
                row -> row.getString(1),
                id,
                first,
                last);
    }
}
