package net.niner.status.probe;

/**
 * Which checks a person wants to see; null where anything will do.
 *
 * @param text part of the name, or of the server's code, in any case
 * @param server a server's code
 * @param state the confirmed state
 */
public record CheckFilter(String text, Kind kind, String server, Outcome state, Boolean paused) {

    public static final CheckFilter ALL = new CheckFilter(null, null, null, null, null);

    /** By what the list can be ordered. */
    public enum Sort {
        SERVER("s.list_position"),
        NAME("lower(c.name)"),
        KIND("c.kind"),
        /** From what can say nothing to what is down. */
        STATE("case t.outcome when 'DOWN' then 3 when 'SLOW' then 2 when 'UP' then 1 else 0 end"),
        SINCE("t.since"),
        LATENCY("t.latency_micros"),
        MEASURED("t.measured_at"),
        PAUSED("c.paused");

        final String column;

        Sort(String column) {
            this.column = column;
        }
    }
}
