package net.niner.status.post;

import java.util.Collection;
import java.util.List;

/** What stands above a post: the codes of the servers concerned, as in {@code NC036: Disk full}, unless they are many or none. */
public final class Title {

    /** More codes than these say nothing any more. */
    private static final int MOST_CODES = 3;

    private Title() {}

    /** @param codes in the order of the list of servers */
    public static String of(List<String> codes, String words) {
        String codesInFront = prefix(codes);
        return words.startsWith(codesInFront) ? words : codesInFront + words;
    }

    /** The inverse. */
    public static String words(Collection<String> codes, String title) {
        String codesInFront = prefix(codes);
        return title.startsWith(codesInFront) ? title.substring(codesInFront.length()) : title;
    }

    private static String prefix(Collection<String> codes) {
        return codes.isEmpty() || codes.size() > MOST_CODES ? "" : String.join(", ", codes) + ": ";
    }
}
