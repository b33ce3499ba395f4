package net.niner.status.notice;

import java.util.concurrent.CompletableFuture;

/**
 * Something to be recorded of a notice that is being sent.
 *
 * @param to the address that it goes to, where it is about to be handed over; else null
 * @param outcome null where it is about to be handed over
 * @param recorded whether it was recorded: it is not where the claim is another's by now
 */
public record DeliveryEntry(Outgoing notice, String to, Outcome outcome, CompletableFuture<Boolean> recorded) {

    static DeliveryEntry handOver(Outgoing notice, String to) {
        return new DeliveryEntry(notice, to, null, new CompletableFuture<>());
    }

    static DeliveryEntry ended(Outgoing notice, Outcome outcome) {
        return new DeliveryEntry(notice, null, outcome, new CompletableFuture<>());
    }

    boolean isHandOver() {
        return outcome == null;
    }
}
