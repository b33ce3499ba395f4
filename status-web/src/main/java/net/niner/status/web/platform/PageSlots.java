package net.niner.status.web.platform;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The places of the cached pages; those asked for longest ago make room. Pages that answer a question, and pages that name the site otherwise than it
 * was asked for first, have fewer places of their own, so that no stream of these drives the others out. Safe for many threads.
 */
final class PageSlots {

    /** So many pages with their compressed forms fit into some ten megabytes. */
    private static final int MOST = 300;

    private static final int FEW = 60;

    private final Map<Key, PageSlot> pages = latest(MOST);
    private final Map<Key, PageSlot> others = latest(FEW);

    /** Where the site was said to be when it was asked first. */
    private String usual;

    private record Key(String whole, Language language, boolean chosen, String site) {}

    /** @param site where the site is, as the page's links say it */
    synchronized PageSlot of(Address address, Language language, boolean chosen, String site) {
        if (usual == null) {
            usual = site;
        }
        Map<Key, PageSlot> slots = address.isQuestion() || !site.equals(usual) ? others : pages;
        return slots.computeIfAbsent(
                new Key(address.whole(), language, chosen, site), key -> new PageSlot(System::nanoTime));
    }

    /** There is no page: its place is free at once. */
    synchronized void forget(Address address, Language language, boolean chosen, String site) {
        Key key = new Key(address.whole(), language, chosen, site);
        pages.remove(key);
        others.remove(key);
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
