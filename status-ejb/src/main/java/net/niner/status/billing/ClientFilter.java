package net.niner.status.billing;

/**
 * Which clients to list.
 *
 * @param text part of a name, of a service's name or of the id at its source; null for any
 * @param source as in {@link ClientRecord#source}; null for any
 * @param active null for both
 * @param unbilled only those of whom a service expires within a week and is in no invoice that was issued
 */
public record ClientFilter(String text, String source, Boolean active, boolean unbilled) {

    public static final ClientFilter ALL = new ClientFilter(null, null, null, false);

    /** By what the list can be sorted. */
    public enum Sort {
        NAME("lower(c.name)"),
        SOURCE("c.source"),
        SERVICES("services"),
        EXPIRY("case when s.next_expiry is null then 1 else 0 end, s.next_expiry"),
        UNPAID("unpaid");

        final String column;

        Sort(String column) {
            this.column = column;
        }
    }
}
