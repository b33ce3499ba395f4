package net.niner.status.billing;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import net.niner.status.account.Actor;
import net.niner.status.account.Caller;
import net.niner.status.billing.RegisterTable.Column;
import net.niner.status.billing.RegisterTable.Kept;
import net.niner.status.billing.RegisterTable.Key;
import net.niner.status.billing.RegisterTable.Wanted;
import net.niner.status.platform.Rows;

/** Clients, services and invoices, as billing systems tell of them. A client who was erased stays so, with all that is told of them. */
@Stateless
public class BillingRegister {

    /** What only few systems know of a client, in its columns: what a person entered stays until one does. */
    private static final List<Integer> KEPT_UNLESS_TOLD = List.of(2, 3, 4, 5);

    /** Where issue day stands in the columns of an invoice. */
    private static final int ISSUED_ON = 5;

    /** What was printed before that many days is of a run that is over, and went out then: no run is late for longer before the next takes it over. */
    private static final int LONG_AGO_DAYS = 60;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @EJB
    private BillingPolicies policies;

    @Inject
    private Clock clock;

    private RegisterTable clients;
    private RegisterTable services;
    private RegisterTable invoices;

    @PostConstruct
    void lookUp() {
        clients = new RegisterTable(
                dataSource,
                "client",
                List.of(
                        text("name", "name"),
                        text("email", "e-mail"),
                        text("alternate_email", "alternate e-mail"),
                        text("language", "language"),
                        text("zone", "zone"),
                        new Column("mail_server_id", "mail server", Types.BIGINT, Long.class),
                        new Column("active", "active", Types.BOOLEAN, Boolean.class)));
        services = new RegisterTable(
                dataSource,
                "client_service",
                List.of(
                        new Column("client_id", "client", Types.BIGINT, Long.class),
                        text("kind", "kind"),
                        text("name", "name"),
                        day("expires_on", "expires on"),
                        text("state", "state")));
        invoices = new RegisterTable(
                dataSource,
                "invoice",
                List.of(
                        new Column("client_id", "client", Types.BIGINT, Long.class),
                        text("number", "number"),
                        text("state", "state"),
                        day("bill_day", "run of"),
                        day("printed_on", "printed on"),
                        day("issued_on", "issued on"),
                        day("due_on", "due on"),
                        day("paid_on", "paid on")));
    }

    private static Column text(String name, String label) {
        return new Column(name, label, Types.VARCHAR, String.class);
    }

    private static Column day(String name, String label) {
        return new Column(name, label, Types.DATE, LocalDate.class);
    }

    /**
     * Brings the register to what these rows say, in the caller's transaction; again and again to the same result. What they do not name stays, and so
     * do a client's other address, language, zone and mail server where they say none. An invoice that is issued, and does not say when, was issued
     * today, or when it was paid: nobody is to be reminded too early. One that is new and was printed long ago was issued then. An invoice that people
     * marked by hand gives way to the one of the same client and run.
     *
     * @throws InvalidRegisterRow for a row of a client whom neither the batch nor the register knows; nothing is changed then
     */
    public List<RegisterChange> upsert(RegisterBatch batch) {
        return bring(batch, true, false);
    }

    /** As {@link #upsert}, as a person says it who saw all that is known of a client: what is left out is gone. */
    public List<RegisterChange> replace(RegisterBatch batch) {
        return bring(batch, true, true);
    }

    /**
     * What {@link #upsert} would change, and changes nothing.
     *
     * @throws InvalidRegisterRow as it does
     */
    public List<RegisterChange> difference(RegisterBatch batch) {
        return bring(batch, false, false);
    }

    private List<RegisterChange> bring(RegisterBatch batch, boolean write, boolean whole) {
        Map<Key, ClientRecord> told = new LinkedHashMap<>();
        batch.clients().forEach(client -> told.put(new Key(client.source(), client.id()), client));
        Map<Key, String> references = references(batch);
        List<Key> named = Stream.concat(told.keySet().stream(), references.keySet().stream())
                .toList();
        if (write) {
            // whoever erases one of them comes before or after, and is seen below
            clients.lock(named);
        }
        Map<Key, Kept> known = clients.find(named);
        references.forEach((client, subject) -> {
            if (!told.containsKey(client) && !known.containsKey(client)) {
                throw new InvalidRegisterRow(subject, client.source(), client.id());
            }
        });
        Set<Key> erased = erased();
        List<Wanted> people = wantedClients(told, erased, whole ? Map.of() : known);
        List<RegisterChange> changes = new ArrayList<>(clients.difference(known, people));
        Map<Key, Long> ids = write ? writeClients(known, people) : preview(known, people);

        List<ServiceRecord> theirs = latest(
                batch.services().stream()
                        .filter(service -> !erased.contains(new Key(service.source(), service.clientId())))
                        .toList(),
                service -> new Key(service.source(), service.id()));
        List<Wanted> wantedServices =
                theirs.stream().map(service -> wanted(service, ids)).toList();
        changes.addAll(bring(services, wantedServices, write));

        List<InvoiceRecord> bills = latest(
                batch.invoices().stream()
                        .filter(invoice -> !erased.contains(new Key(invoice.source(), invoice.clientId())))
                        .toList(),
                invoice -> new Key(invoice.source(), invoice.id()));
        Map<Key, Kept> oldBills = invoices.find(bills.stream()
                .map(invoice -> new Key(invoice.source(), invoice.id()))
                .toList());
        BillingSchedule schedule = policies.schedule();
        LocalDate today = policies.today();
        MarkedByHand byHand = MarkedByHand.of(dataSource, invoices, bills, oldBills);
        List<Wanted> wantedBills = new ArrayList<>();
        for (InvoiceRecord bill : bills) {
            Kept old = oldBills.get(new Key(bill.source(), bill.id()));
            Wanted wanted = wanted(bill, ids, old, null, schedule, today);
            Map<Key, Kept> replaced = byHand.replacedBy(wanted, old);
            for (Kept hand : replaced.values()) {
                wanted = wanted(bill, ids, old, hand, schedule, today);
            }
            wantedBills.add(wanted);
            oldBills.putAll(replaced);
            replaced.forEach((key, hand) -> wantedBills.add(MarkedByHand.cancelled(key, hand)));
        }
        changes.addAll(invoices.difference(oldBills, wantedBills));
        if (write) {
            invoices.write(oldBills, wantedBills, Map.of(), Map.of());
        }
        return changes;
    }

    private static <T> List<T> latest(List<T> rows, Function<T, Key> key) {
        Map<Key, T> latest = new LinkedHashMap<>();
        rows.forEach(row -> latest.put(key.apply(row), row));
        return List.copyOf(latest.values());
    }

    /** Each client that is referred to, with the first row that does. */
    private static Map<Key, String> references(RegisterBatch batch) {
        Map<Key, String> references = new LinkedHashMap<>();
        batch.services()
                .forEach(service -> references.putIfAbsent(
                        new Key(service.source(), service.clientId()),
                        "service " + service.id() + " (" + service.name() + ")"));
        batch.invoices()
                .forEach(invoice -> references.putIfAbsent(
                        new Key(invoice.source(), invoice.clientId()),
                        "invoice " + invoice.id() + " (" + invoice.number() + ")"));
        return references;
    }

    private Set<Key> erased() {
        return new HashSet<>(Rows.query(
                dataSource,
                "select source, source_id from client where erased_at is not null",
                row -> new Key(row.getString("source"), row.getString("source_id"))));
    }

    /** @param known what stays where nothing is told */
    private List<Wanted> wantedClients(Map<Key, ClientRecord> told, Set<Key> erased, Map<Key, Kept> known) {
        Map<String, Long> servers = new HashMap<>();
        Rows.query(
                dataSource,
                "select id, code from server",
                row -> servers.put(row.getString("code"), row.getLong("id")));
        return told.entrySet().stream()
                .filter(client -> !erased.contains(client.getKey()))
                .map(client -> wanted(client.getKey(), client.getValue(), servers))
                .map(client -> known.containsKey(client.key()) ? completed(client, known.get(client.key())) : client)
                .toList();
    }

    private static Wanted completed(Wanted client, Kept known) {
        List<Object> values = new ArrayList<>(client.values());
        KEPT_UNLESS_TOLD.stream()
                .filter(column -> values.get(column) == null)
                .forEach(column -> values.set(column, known.values().get(column)));
        return new Wanted(client.key(), client.subject(), client.owner(), values);
    }

    private static Wanted wanted(Key key, ClientRecord client, Map<String, Long> servers) {
        return new Wanted(
                key,
                "client " + client.name(),
                null,
                Arrays.asList(
                        client.name(),
                        client.email(),
                        client.alternateEmail(),
                        client.language() == null ? null : client.language().toLanguageTag(),
                        client.zone() == null ? null : client.zone().getId(),
                        client.mailServer() == null ? null : servers.get(client.mailServer()),
                        client.active()));
    }

    private Map<Key, Long> writeClients(Map<Key, Kept> known, List<Wanted> people) {
        return clients.write(
                known,
                people,
                Map.of(
                        "changed_at",
                        Rows.time(clock.instant()),
                        "changed_by",
                        Caller.current().orElseGet(Actor::site).name()),
                Map.of("wants_reminders", true));
    }

    /** New ones have numbers that no row has. */
    private static Map<Key, Long> preview(Map<Key, Kept> known, List<Wanted> people) {
        Map<Key, Long> ids = new HashMap<>();
        people.forEach(row -> ids.put(row.key(), -1L));
        known.forEach((key, old) -> ids.put(key, old.id()));
        return ids;
    }

    private static Wanted wanted(ServiceRecord service, Map<Key, Long> ids) {
        return new Wanted(
                new Key(service.source(), service.id()),
                "service " + service.name(),
                service.clientId(),
                Arrays.asList(
                        ids.get(new Key(service.source(), service.clientId())),
                        service.kind().name(),
                        service.name(),
                        service.expiresOn(),
                        service.state().name()));
    }

    /**
     * @param old as it is kept, null for a new one
     * @param hand the one that people marked in its place, null for none
     */
    private static Wanted wanted(
            InvoiceRecord invoice, Map<Key, Long> ids, Kept old, Kept hand, BillingSchedule schedule, LocalDate today) {
        LocalDate known = issuedOn(old) == null ? issuedOn(hand) : issuedOn(old);
        LocalDate printed = invoice.printedOn();
        boolean longAgo = old == null && printed != null && printed.isBefore(today.minusDays(LONG_AGO_DAYS));
        LocalDate issued = issued(invoice, known, longAgo ? printed : today);
        return new Wanted(
                new Key(invoice.source(), invoice.id()),
                "invoice " + invoice.number(),
                invoice.clientId(),
                Arrays.asList(
                        ids.get(new Key(invoice.source(), invoice.clientId())),
                        invoice.number(),
                        invoice.state().name(),
                        hand == null
                                ? billDay(invoice, issued, schedule)
                                : hand.values().get(MarkedByHand.BILL_DAY),
                        invoice.printedOn(),
                        issued,
                        invoice.dueOn(),
                        invoice.paidOn()));
    }

    private static LocalDate issuedOn(Kept invoice) {
        return invoice == null ? null : (LocalDate) invoice.values().get(ISSUED_ON);
    }

    private static LocalDate issued(InvoiceRecord invoice, LocalDate known, LocalDate otherwise) {
        if (invoice.issuedOn() != null) {
            return invoice.issuedOn();
        }
        return switch (invoice.state()) {
            case DRAFT -> null;
            case CANCELLED -> known;
            case ISSUED -> known == null ? otherwise : known;
            case PAID -> {
                LocalDate paid = invoice.paidOn() == null ? otherwise : invoice.paidOn();
                yield known == null ? paid : known;
            }
        };
    }

    /** Of the run whose date it bears, where that is known; else of the one in which it went out. */
    private static LocalDate billDay(InvoiceRecord invoice, LocalDate issued, BillingSchedule schedule) {
        if (invoice.billDay() != null) {
            return invoice.billDay();
        }
        LocalDate date = invoice.printedOn() == null ? issued : invoice.printedOn();
        return date == null ? null : schedule.runOf(date);
    }

    private static List<RegisterChange> bring(RegisterTable table, List<Wanted> rows, boolean write) {
        Map<Key, Kept> kept = table.find(rows.stream().map(Wanted::key).toList());
        List<RegisterChange> changes = table.difference(kept, rows);
        if (write) {
            table.write(kept, rows, Map.of(), Map.of());
        }
        return changes;
    }
}
