package net.niner.status.billing;

import java.time.LocalDate;
import java.util.List;

/**
 * Who would be told by a promise.
 *
 * @param clients those without an invoice, who get one mail each, by the expiry of their first service; the first of them
 * @param now how many of them the next watch tells
 * @param recently how many of these were told of the delay within the last 72 hours, and hear of it when these are over
 * @param unreachable how many of these have no address of mail, and become tasks for the owner
 * @param later how many are not told yet, since the run is not late enough and their services live long enough
 * @param laterFrom when the first of the later ones is told if the run has not gone out by then, null if there are none
 */
public record ToldOf(List<RunClient> clients, int now, int recently, int unreachable, int later, LocalDate laterFrom) {

    public ToldOf {
        clients = List.copyOf(clients);
    }
}
