package net.niner.status.billing;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import net.niner.status.account.Allowed;
import net.niner.status.account.Audit;
import net.niner.status.account.Permission;
import net.niner.status.billing.InvalidBilling.Fault;
import net.niner.status.platform.ChangedMeanwhile;
import net.niner.status.platform.Page;
import net.niner.status.platform.Rows;

/**
 * Clients as the desk sees them, and what people add and change by hand. It goes into the register the way an import does, so that both obey the same
 * rules; what comes from a billing system is changed by the next import again. The audit trail outlives what is erased: it knows clients by their numbers,
 * and of what names them only that it is there, or is another.
 */
@Stateless
public class Clients {

    /** Where clients come from that nobody imported. */
    public static final String BY_HAND = "hand";

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @EJB
    private BillingRegister register;

    @EJB
    private BillingPolicies policies;

    @EJB
    private Audit audit;

    private record Stored(String source, String sourceId, int version, String by, Instant at) {}

    /** @param most 0 to count only */
    @Allowed(Permission.BILLING)
    public Page<ClientLine> page(ClientFilter filter, ClientFilter.Sort sort, boolean ascending, int first, int most) {
        return ClientRows.page(dataSource, filter, sort, ascending, first, most, policies.today());
    }

    @Allowed(Permission.BILLING)
    public Optional<ClientSheet> find(long id) {
        return ClientRows.sheet(dataSource, id);
    }

    /** From where there are clients, for a filter. */
    @Allowed(Permission.BILLING)
    public List<String> sources() {
        return Rows.query(dataSource, "select distinct source from client order by source", row -> row.getString(1));
    }

    /** How many services expire within a week and are in no invoice that was issued. */
    @Allowed(Permission.BILLING)
    public int expiringUnbilled() {
        return ClientRows.unbilled(dataSource, policies.today());
    }

    /**
     * Returns the number of the new client.
     *
     * @throws InvalidBilling if the draft cannot be used
     */
    @Allowed(Permission.BILLING)
    public long add(ClientDraft draft) {
        ClientRules.check(draft, serverCodes());
        String sourceId = UUID.randomUUID().toString();
        put(List.of(ClientRules.record(BY_HAND, sourceId, draft)), List.of(), List.of());
        long id = idOf("client", BY_HAND, sourceId);
        audit.record("client.add", subject(id), Map.of(), words(draft));
        return id;
    }

    /**
     * @param version as the person saw it
     * @throws InvalidBilling if the draft cannot be used, or the client was erased
     * @throws ChangedMeanwhile if somebody else changed it since
     */
    @Allowed(Permission.BILLING)
    public void change(long id, int version, ClientDraft draft) {
        Stored stored = seen(id, version);
        ClientDraft before = find(id).orElseThrow().data();
        ClientRules.check(draft, serverCodes());
        put(List.of(ClientRules.record(stored.source(), stored.sourceId(), draft)), List.of(), List.of());
        Map<String, String> was = words(before);
        Map<String, String> is = words(draft);
        changed(is, "name", before.name(), draft.name());
        changed(is, "mail", before.email(), draft.email());
        changed(is, "alternate mail", before.alternateEmail(), draft.alternateEmail());
        audit.record("client.change", subject(id), was, is);
    }

    /** @throws InvalidBilling if the draft cannot be used, or the client was erased */
    @Allowed(Permission.BILLING)
    public void addService(long clientId, ServiceDraft draft) {
        Stored client = stored(clientId);
        ClientRules.check(draft);
        put(List.of(), List.of(service(client, UUID.randomUUID().toString(), draft)), List.of());
        audit.record("service.add", subject(clientId), Map.of(), words(draft));
    }

    /**
     * @param version of the service, as the person saw it
     * @throws InvalidBilling if the draft cannot be used, or the client was erased
     * @throws ChangedMeanwhile if somebody else changed it since
     */
    @Allowed(Permission.BILLING)
    public void changeService(long clientId, long serviceId, int version, ServiceDraft draft) {
        Stored client = stored(clientId);
        ServiceLine before = find(clientId).orElseThrow().services().stream()
                .filter(service -> service.id() == serviceId)
                .findFirst()
                .orElseThrow(() -> new NoSuchClient(clientId));
        if (before.version() != version) {
            throw new ChangedMeanwhile("service " + before.name(), client.by(), client.at());
        }
        ClientRules.check(draft);
        put(List.of(), List.of(service(client, sourceId("client_service", serviceId), draft)), List.of());
        Map<String, String> is = words(draft);
        changed(is, "service", before.name(), draft.name());
        audit.record(
                "service.change",
                subject(clientId),
                words(new ServiceDraft(before.kind(), before.name(), before.expiresOn(), before.state())),
                is);
    }

    /** @throws InvalidBilling if the draft cannot be used, or the client was erased */
    @Allowed(Permission.BILLING)
    public void addInvoice(long clientId, InvoiceDraft draft) {
        Stored client = stored(clientId);
        ClientRules.check(draft, policies.today());
        InvoiceState state = draft.paidOn() != null
                ? InvoiceState.PAID
                : draft.issuedOn() != null ? InvoiceState.ISSUED : InvoiceState.DRAFT;
        put(
                List.of(),
                List.of(),
                List.of(new InvoiceRecord(
                        client.source(),
                        MarkedByHand.PREFIX + UUID.randomUUID(),
                        client.sourceId(),
                        draft.number().strip(),
                        state,
                        draft.printedOn(),
                        draft.issuedOn(),
                        null,
                        draft.paidOn(),
                        draft.billDay())));
        audit.record("invoice.add", subject(clientId), Map.of(), words(draft));
    }

    private void put(List<ClientRecord> clients, List<ServiceRecord> services, List<InvoiceRecord> invoices) {
        register.replace(new RegisterBatch(clients, services, invoices));
    }

    private static ServiceRecord service(Stored client, String sourceId, ServiceDraft draft) {
        return new ServiceRecord(
                client.source(),
                sourceId,
                client.sourceId(),
                draft.kind(),
                draft.name().strip(),
                draft.expiresOn(),
                draft.state());
    }

    private Stored seen(long id, int version) {
        Stored stored = stored(id);
        if (stored.version() != version) {
            throw new ChangedMeanwhile("client " + nameOf(id), stored.by(), stored.at());
        }
        return stored;
    }

    /** Locks the row: two people who change the same client come one after the other. */
    private Stored stored(long id) {
        record Row(Stored stored, boolean erased) {}
        Row row = Rows.query(
                        dataSource,
                        "select source, source_id, version, changed_by, changed_at, erased_at from client where id = ? for update",
                        found -> new Row(
                                new Stored(
                                        found.getString("source"),
                                        found.getString("source_id"),
                                        found.getInt("version"),
                                        found.getString("changed_by"),
                                        Rows.instant(found, "changed_at")),
                                Rows.instant(found, "erased_at") != null),
                        id)
                .stream()
                .findFirst()
                .orElseThrow(() -> new NoSuchClient(id));
        if (row.erased()) {
            throw InvalidBilling.of("name", Fault.ERASED);
        }
        return row.stored();
    }

    private String nameOf(long id) {
        return Rows.query(dataSource, "select name from client where id = ?", row -> row.getString(1), id)
                .get(0);
    }

    private long idOf(String table, String source, String sourceId) {
        return Rows.query(
                        dataSource,
                        "select id from " + table + " where source = ? and source_id = ?",
                        row -> row.getLong(1),
                        source,
                        sourceId)
                .get(0);
    }

    private String sourceId(String table, long id) {
        return Rows.query(dataSource, "select source_id from " + table + " where id = ?", row -> row.getString(1), id)
                .get(0);
    }

    private List<String> serverCodes() {
        return Rows.query(dataSource, "select code from server", row -> row.getString(1));
    }

    private static String subject(long id) {
        return "client " + id;
    }

    private static Map<String, String> words(ClientDraft draft) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("name", given(draft.name()));
        words.put("mail", given(draft.email()));
        words.put("alternate mail", given(draft.alternateEmail()));
        words.put("language", plain(draft.language()));
        words.put("zone", plain(draft.zone()));
        words.put("mail server", plain(draft.mailServer()));
        words.put("active", draft.active() ? "yes" : "no");
        return words;
    }

    private static void changed(Map<String, String> is, String field, String before, String after) {
        if (!plain(before).isEmpty()
                && !plain(after).isEmpty()
                && !plain(before).equals(plain(after))) {
            is.put(field, "another one");
        }
    }

    private static Map<String, String> words(ServiceDraft draft) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("service", given(draft.name()));
        words.put("kind", draft.kind().name());
        words.put("expires on", day(draft.expiresOn()));
        words.put("state", draft.state().name());
        return words;
    }

    private static Map<String, String> words(InvoiceDraft draft) {
        return Map.of(
                "invoice", given(draft.number()),
                "printed on", day(draft.printedOn()),
                "issued on", day(draft.issuedOn()),
                "paid on", day(draft.paidOn()));
    }

    private static String given(String text) {
        return plain(text).isEmpty() ? "" : "given";
    }

    private static String plain(String text) {
        return text == null ? "" : text.strip();
    }

    private static String day(LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
