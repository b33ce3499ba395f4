package net.niner.status.billing;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import net.niner.status.account.Allowed;
import net.niner.status.account.Audit;
import net.niner.status.account.Caller;
import net.niner.status.account.Permission;
import net.niner.status.platform.Rows;
import net.niner.status.server.Servers;

/** Takes in files of an import, and shows what they would change; {@link ImportWork} does it. */
@Stateless
public class ImportUploads {

    @PersistenceContext
    private EntityManager em;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @EJB
    private Servers servers;

    @EJB
    private ImportWork work;

    @EJB
    private Audit audit;

    @Inject
    private Clock clock;

    /**
     * Reads files, and keeps what they say until it is applied or discarded, a week at most.
     *
     * @param source null to recognise it by the columns
     * @throws InvalidImport if anything is wrong with them; then nothing is kept
     */
    @Allowed(Permission.BILLING)
    public ImportUpload stage(List<ImportFile> files, ImportSource source, ImportDateFormat format) {
        ImportReader.Read read = ImportReader.read(files, source, format, this::known);
        ImportUpload upload =
                new ImportUpload(clock.instant(), Caller.required().name(), read, format);
        em.persist(upload);
        em.flush();
        work.keep(upload.id(), ImportStaged.write(read));
        audit.record("import.upload", "upload " + upload.id(), Map.of(), upload.counts());
        return upload;
    }

    private ImportKnown known(ImportSource source) {
        Set<String> ids = new HashSet<>();
        Map<String, String> byName = new HashMap<>();
        Rows.query(
                        dataSource,
                        "select source_id, name from client where source = ?",
                        row -> Map.entry(row.getString(1), row.getString(2)),
                        source.word())
                .forEach(client -> {
                    ids.add(client.getKey());
                    byName.merge(client.getValue(), client.getKey(), (one, other) -> "");
                });
        return new ImportKnown(ids, byName, Set.copyOf(servers.codes()));
    }

    @Allowed(Permission.BILLING)
    public Optional<ImportUpload> find(long id) {
        return Optional.ofNullable(em.find(ImportUpload.class, id));
    }

    /** Those of the last days, latest first. */
    @Allowed(Permission.BILLING)
    public List<ImportUpload> latest(int most) {
        return em.createQuery("select u from ImportUpload u order by u.uploadedAt desc, u.id desc", ImportUpload.class)
                .setMaxResults(most)
                .getResultList();
    }

    /**
     * What it would change now.
     *
     * @throws ImportRefusal if there is none, or its rows are gone
     */
    @Allowed(Permission.BILLING)
    public ImportDifference difference(long id) {
        return work.difference(id);
    }

    /**
     * Nobody will apply it: its rows are forgotten.
     *
     * @throws ImportRefusal if there is none, its rows are gone, or are being applied
     */
    @Allowed(Permission.BILLING)
    public void discard(long id) {
        work.discard(id);
    }
}
