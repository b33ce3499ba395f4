package net.niner.status.web.platform;

import java.util.LinkedHashMap;
import java.util.Map;

/** The places of the cached pages; those asked for longest ago make room. Safe for many threads. */
final class PageSlots {

    /** So many pages with their compressed forms fit into some ten megabytes. */
    private static final int MOST = 300;

    private final Map<Key, PageSlot> slots = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, PageSlot> eldest) {
            return size() > MOST;
        }
    };

    private record Key(String path, Language language, boolean chosen) {}

    synchronized PageSlot of(String path, Language language, boolean chosen) {
        return slots.computeIfAbsent(new Key(path, language, chosen), key -> new PageSlot(System::nanoTime));
    }
}
