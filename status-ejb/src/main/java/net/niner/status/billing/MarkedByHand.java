package net.niner.status.billing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import net.niner.status.billing.RegisterTable.Kept;
import net.niner.status.billing.RegisterTable.Key;
import net.niner.status.billing.RegisterTable.Wanted;
import net.niner.status.platform.Rows;

/** Invoices that people marked as sent before their billing system told of them. When it does, its own take their place: it knows when they are paid. */
final class MarkedByHand {

    /** How their ids begin. */
    static final String PREFIX = "hand-";

    /** Where these stand in the columns of an invoice. */
    static final int CLIENT = 0;

    static final int NUMBER = 1;
    static final int STATE = 2;
    static final int BILL_DAY = 3;

    /** Whose it is, and of which run. */
    private record Place(String source, Object client, Object billDay) {}

    private final Map<Key, Kept> all;
    private final Map<Place, List<Key>> places = new HashMap<>();

    private MarkedByHand(Map<Key, Kept> all) {
        this.all = all;
        all.forEach((key, row) -> places.computeIfAbsent(place(key, row.values()), none -> new ArrayList<>())
                .add(key));
    }

    /**
     * Those that invoices which are told now may be.
     *
     * @param known what is kept of these
     */
    static MarkedByHand of(DataSource source, RegisterTable invoices, List<InvoiceRecord> bills, Map<Key, Kept> known) {
        List<Key> keys = bills.stream()
                .filter(bill -> isOut(bill.state().name()) && !bill.id().startsWith(PREFIX))
                .map(InvoiceRecord::source)
                .distinct()
                .flatMap(system -> keys(source, system).stream())
                .filter(key -> !known.containsKey(key))
                .toList();
        return new MarkedByHand(invoices.find(keys));
    }

    private static List<Key> keys(DataSource source, String system) {
        return Rows.query(
                source,
                "select source_id from invoice where source = ? and source_id like ? and state <> 'CANCELLED'",
                row -> new Key(system, row.getString(1)),
                system,
                PREFIX + "%");
    }

    private static Place place(Key key, List<Object> values) {
        return new Place(key.source(), values.get(CLIENT), values.get(BILL_DAY));
    }

    private static boolean isOut(Object state) {
        return InvoiceState.ISSUED.name().equals(state)
                || InvoiceState.PAID.name().equals(state);
    }

    /**
     * Takes those in whose place an invoice comes. One that was out before was so when people marked the other: they meant another.
     *
     * @param old the invoice as it is kept, null for a new one
     */
    Map<Key, Kept> replacedBy(Wanted bill, Kept old) {
        Map<Key, Kept> replaced = new HashMap<>();
        if (!bill.key().id().startsWith(PREFIX)
                && isOut(bill.values().get(STATE))
                && bill.values().get(BILL_DAY) instanceof LocalDate
                && (old == null || !isOut(old.values().get(STATE)))) {
            List<Key> keys = places.remove(place(bill.key(), bill.values()));
            (keys == null ? List.<Key>of() : keys).forEach(key -> replaced.put(key, all.get(key)));
        }
        return replaced;
    }

    static Wanted cancelled(Key key, Kept marked) {
        List<Object> values = new ArrayList<>(marked.values());
        values.set(STATE, InvoiceState.CANCELLED.name());
        return new Wanted(key, "invoice " + values.get(NUMBER), null, values);
    }
}
