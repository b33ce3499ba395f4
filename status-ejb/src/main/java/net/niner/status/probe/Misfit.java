package net.niner.status.probe;

import java.util.List;

/** A value that does not fit its field: a sentence in English, and what it takes to say the same in another language. */
final class Misfit extends IllegalArgumentException {

    private final Fault fault;
    private final transient List<String> values;

    Misfit(Fault fault, String message, String... values) {
        super(message);
        this.fault = fault;
        this.values = List.of(values);
    }

    Fault fault() {
        return fault;
    }

    List<String> values() {
        return values;
    }
}
