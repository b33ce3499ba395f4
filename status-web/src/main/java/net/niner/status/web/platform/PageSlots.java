package net.niner.status.web.platform;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The places of the cached pages; those asked for longest ago make room. Pages that answer a question have fewer places of their own, so that
 * no stream of questions drives the others out. Safe for many threads.
 */
final class PageSlots {

    /** So many pages with their compressed forms fit into some ten megabytes. */
    private static final int MOST = 300;

    private static final int MOST_QUESTIONS = 60;

    private final Map<Key, PageSlot> pages = latest(MOST);
    private final Map<Key, PageSlot> questions = latest(MOST_QUESTIONS);

    private record Key(String whole, Language language, boolean chosen, String site) {}

    /** @param site where the site is, as the page's links say it */
    synchronized PageSlot of(Address address, Language language, boolean chosen, String site) {
        Map<Key, PageSlot> slots = address.isQuestion() ? questions : pages;
        return slots.computeIfAbsent(
                new Key(address.whole(), language, chosen, site), key -> new PageSlot(System::nanoTime));
    }

    private static Map<Key, PageSlot> latest(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, PageSlot> eldest) {
                return size() > most;
            }
        };
    }
}
