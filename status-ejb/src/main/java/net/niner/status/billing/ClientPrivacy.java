package net.niner.status.billing;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import net.niner.status.account.Allowed;
import net.niner.status.account.Audit;
import net.niner.status.account.Permission;
import net.niner.status.notice.ForgottenNotices;
import net.niner.status.notice.NoticeFilter;
import net.niner.status.notice.NoticeRow;
import net.niner.status.notice.Outbox;
import net.niner.status.notice.OwnerTasks;
import net.niner.status.notice.Recipient;
import net.niner.status.platform.Rows;

/**
 * A client's right to see what is kept of them, and to have it forgotten. What is erased cannot come back: no later import brings it, and only a backup
 * knows it. The audit trail is sealed and stays; it names clients by what people did for them, and never their addresses.
 */
@Stateless
public class ClientPrivacy {

    private static final int MOST_NOTICES = 10_000;

    /** In place of a word that is erased. */
    private static final String ERASED = "-";

    /** In characters: what is shorter stands in everything. */
    private static final int SHORTEST = 3;

    @PersistenceContext
    private EntityManager em;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @EJB
    private Outbox outbox;

    @EJB
    private ForgottenNotices notices;

    @EJB
    private OwnerTasks tasks;

    @EJB
    private ImportWork uploads;

    @EJB
    private Audit audit;

    @Inject
    private Clock clock;

    /**
     * All that is kept of a client, as JSON.
     *
     * @throws NoSuchClient if there is none
     */
    @Allowed(Permission.BILLING)
    public String export(long id) {
        Client client = found(id, LockModeType.NONE);
        String ref = Recipient.client(id);
        List<NoticeRow> told = Stream.of(NoticeFilter.to(ref), NoticeFilter.about(ref))
                .flatMap(filter -> outbox.find(filter, 0, MOST_NOTICES).rows().stream())
                .distinct()
                .toList();
        String json = new ClientExport(clock.instant())
                .client(client)
                .services(of("Service", Service.class, client))
                .invoices(of("Invoice", Invoice.class, client))
                .tasks(tasks.ofClient(id))
                .notices(told.stream()
                        .map(row -> outbox.notice(row.id()))
                        .flatMap(Optional::stream)
                        .toList())
                .text();
        audit.record("client.export", subject(id), Map.of(), Map.of());
        return json;
    }

    /**
     * What {@link #erase} would do, for whoever is about to.
     *
     * @throws NoSuchClient if there is none
     */
    @Allowed(Permission.BILLING)
    public ErasureEffects effects(long id) {
        Client client = found(id, LockModeType.NONE);
        String ref = Recipient.client(id);
        return new ErasureEffects(
                count("select count(*) from client_service where client_id = ?", id),
                count("select count(*) from invoice where client_id = ?", id),
                count(
                        "select count(*) from notice where state in ('QUEUED', 'HELD') and (recipient_ref = ? or"
                                + " subject_ref = ?)",
                        ref,
                        ref),
                count("select count(*) from billing_upload where state = 'READY' and source = ?", client.source()));
    }

    /**
     * Forgets who a client is: name, addresses, names of services, numbers of invoices, the words of notices, tasks and what jobs printed. Numbers and days
     * stay, so that runs count as they did. It cannot be undone.
     *
     * @throws NoSuchClient if there is none
     */
    @Allowed(Permission.BILLING)
    public ErasureEffects erase(long id) {
        Client client = found(id, LockModeType.PESSIMISTIC_WRITE);
        ErasureEffects effects = effects(id);
        List<String> words = words(client);
        forgetPrinted(words);
        notices.takeOut(words);
        Rows.update(
                dataSource,
                "update client_service set name = ?, version = version + 1 where client_id = ?",
                ERASED,
                id);
        Rows.update(dataSource, "update invoice set number = ?, version = version + 1 where client_id = ?", ERASED, id);
        Rows.update(dataSource, "update invoice_waiver set reason = ? where client_id = ?", ERASED, id);
        tasks.forgetClient(id);
        notices.forget(Recipient.client(id));
        uploads.discardOf(client.source());
        client.erase(clock.instant());
        em.flush();
        audit.record("client.erase", subject(id), Map.of(), Map.of());
        return effects;
    }

    /** What names a client: in what jobs print such lines go, and in notices to the owner such words. */
    private List<String> words(Client client) {
        return Stream.of(
                        Stream.of(client.name()),
                        client.email().stream(),
                        client.alternateEmail().stream(),
                        of("Service", Service.class, client).stream().map(Service::name),
                        of("Invoice", Invoice.class, client).stream().map(invoice -> "invoice " + invoice.number()))
                .flatMap(words -> words)
                .filter(words -> words.length() >= SHORTEST && !words.endsWith(" " + ERASED))
                .distinct()
                .toList();
    }

    private void forgetPrinted(List<String> words) {
        words.forEach(word -> Rows.update(
                dataSource,
                "update job_output set words = ? where position(cast(? as varchar(2000)) in words) > 0",
                ERASED,
                word));
    }

    private <T> List<T> of(String entity, Class<T> type, Client client) {
        return em.createQuery("select x from " + entity + " x where x.client = :client order by x.id", type)
                .setParameter("client", client)
                .getResultList();
    }

    private Client found(long id, LockModeType lock) {
        return Optional.ofNullable(em.find(Client.class, id, lock)).orElseThrow(() -> new NoSuchClient(id));
    }

    private int count(String sql, Object... values) {
        return Rows.query(dataSource, sql, row -> row.getInt(1), values).get(0);
    }

    /** By number: the trail outlives what is erased. */
    private static String subject(long id) {
        return "client " + id;
    }
}
