package net.niner.status.billing;

import java.util.List;

/**
 * What an import does to one client, service or invoice.
 *
 * @param subject as in {@code service example.org}
 * @param fields what changes, each as {@code expires on: 2025-07-20 -> 2025-07-21}; of something new what it is
 */
public record RegisterChange(Action action, String subject, List<String> fields) {

    public enum Action {
        ADD,
        CHANGE
    }

    public RegisterChange {
        fields = List.copyOf(fields);
    }
}
