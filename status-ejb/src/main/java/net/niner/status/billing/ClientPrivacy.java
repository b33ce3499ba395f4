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
import java.util.stream.Collectors;
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
import net.niner.status.platform.JobOutput;
import net.niner.status.platform.NamingWords;
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

    @PersistenceContext
    private EntityManager em;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @EJB
    private Outbox outbox;

    @EJB
    private ForgottenNotices notices;

    @EJB
    private JobOutput printed;

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
                uploads.countOf(client.source(), client.sourceId()));
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
        NamingWords words = words(client);
        printed.takeOut(words);
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
        uploads.forget(client.source(), client.sourceId());
        client.erase(clock.instant());
        em.flush();
        audit.record("client.erase", subject(id), Map.of(), Map.of());
        return effects;
    }

    /** Others have services of such names and invoices of such numbers too: these say who it is only beside what does. */
    private NamingWords words(Client client) {
        Map<Boolean, List<Service>> services = of("Service", Service.class, client).stream()
                .collect(Collectors.partitioningBy(
                        service -> isShared("client_service", "name", service.name(), client)));
        Map<Boolean, List<Invoice>> invoices = of("Invoice", Invoice.class, client).stream()
                .collect(Collectors.partitioningBy(invoice -> isShared("invoice", "number", invoice.number(), client)));
        Stream<String> own = Stream.concat(
                Stream.of(client.name()), Stream.concat(client.email().stream(), client.alternateEmail().stream()));
        return new NamingWords(
                Stream.concat(own, words(services.get(false), invoices.get(false)))
                        .toList(),
                words(services.get(true), invoices.get(true)).toList());
    }

    private static Stream<String> words(List<Service> services, List<Invoice> invoices) {
        return Stream.concat(
                services.stream().map(Service::name),
                invoices.stream()
                        .map(Invoice::number)
                        .filter(number -> !number.equals(ERASED))
                        .map("invoice "::concat));
    }

    private boolean isShared(String table, String column, String word, Client client) {
        return count(
                        "select count(*) from " + table + " where " + column + " = ? and client_id <> ?",
                        word,
                        client.id())
                > 0;
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
