package net.niner.status.maintenance;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A window as somebody plans it, not yet found valid.
 *
 * @param title without the servers' codes in front
 * @param servers their codes
 * @param from UTC, null if it was not given
 * @param until UTC, null if it was not given
 * @param startsItself whether it starts at that time, or when somebody says so
 * @param endsItself likewise
 */
public record MaintenanceDraft(
        String title, Set<String> servers, Instant from, Instant until, boolean startsItself, boolean endsItself) {

    public MaintenanceDraft {
        title = title == null ? "" : title.strip();
        servers = kept(servers);
    }

    private static Set<String> kept(Collection<String> codes) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(codes));
    }
}
