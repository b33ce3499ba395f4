package net.niner.status.web.post;

import java.time.Instant;
import java.util.List;

/**
 * What a feed says, whatever its form.
 *
 * @param site the company's name
 * @param home address of the page with the same posts
 * @param self the feed's own address
 * @param language as in {@code fr}
 * @param modified when any published post changed last, null while there is none
 * @param entries latest first
 */
record Channel(
        String site,
        String title,
        String description,
        String home,
        String self,
        String language,
        Instant modified,
        List<Entry> entries) {

    /**
     * A post.
     *
     * @param id its GUID, as it was given
     * @param html with complete addresses
     * @param words its categories and tags
     */
    record Entry(
            String id,
            String title,
            String url,
            String html,
            String summary,
            Instant published,
            Instant updated,
            List<String> words) {}
}
