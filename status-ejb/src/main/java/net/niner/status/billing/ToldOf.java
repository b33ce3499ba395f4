package net.niner.status.billing;

import java.time.LocalDate;
import java.util.List;

/**
 * Who would be told by a promise.
 *
 * @param clients those without an invoice, who get one mail each, by the expiry of their first service; the first of them
 * @param now how many of them the next watch tells
 * @param later how many are not told yet, since the run is not late enough and their services live long enough
 * @param unreachable how many of {@code now} have no address of mail and become tasks for the owner
 * @param laterFrom when the first of the later ones is told if the run has not gone out by then, null if there are none
 */
public record ToldOf(List<RunClient> clients, int now, int later, int unreachable, LocalDate laterFrom) {

    public ToldOf {
        clients = List.copyOf(clients);
    }
}
