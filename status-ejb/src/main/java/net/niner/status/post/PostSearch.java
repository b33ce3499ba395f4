package net.niner.status.post;

import jakarta.ejb.Singleton;
import java.time.Instant;
import java.util.List;
import net.niner.status.platform.Page;

/** Finds published posts by words. */
@Singleton
public class PostSearch {

    /** @param excerpt the place in its text where the words are, in pieces from left to right */
    public record Hit(long id, String path, String title, Instant publishedAt, List<Piece> excerpt) {

        public Hit {
            excerpt = List.copyOf(excerpt);
        }
    }

    /** @param marked true for a word that was looked for */
    public record Piece(String text, boolean marked) {}

    /** The best first, the newer first among equals. */
    public Page<Hit> find(String words, int first, int most) {
        return new Page<>(List.of(), 0);
    }
}
