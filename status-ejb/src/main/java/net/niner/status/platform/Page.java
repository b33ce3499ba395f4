package net.niner.status.platform;

import java.util.List;

/**
 * Some rows of many.
 *
 * @param total how many there are in all
 */
public record Page<T>(List<T> rows, int total) {

    public Page {
        rows = List.copyOf(rows);
    }
}
