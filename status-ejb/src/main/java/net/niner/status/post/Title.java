package net.niner.status.post;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What stands above a post: the codes of the servers concerned, as in {@code NC036: Disk full}, unless they are many or none. */
public final class Title {

    /** More codes than these say nothing any more. */
    private static final int MOST_CODES = 3;

    private static final String BETWEEN = ", ";
    private static final String END = ": ";

    private Title() {}

    /** @param codes in the order of the list of servers */
    public static String of(List<String> codes, String words) {
        String codesInFront = prefix(codes);
        return codesInFront.isEmpty() ? words : codesInFront + without(codes, words);
    }

    /** The inverse, also where servers changed their order or others have joined since. */
    public static String words(Collection<String> codes, String title) {
        return prefix(codes).isEmpty() ? title : without(codes, title);
    }

    /** Without these codes in front, in whatever order, and however often. */
    private static String without(Collection<String> codes, String title) {
        String rest = title;
        for (int end = rest.indexOf(END); end > 0 && areAmong(codes, rest.substring(0, end)); end = rest.indexOf(END)) {
            rest = rest.substring(end + END.length());
        }
        return rest;
    }

    private static boolean areAmong(Collection<String> codes, String front) {
        return Stream.of(front.split(BETWEEN)).allMatch(codes::contains);
    }

    private static String prefix(Collection<String> codes) {
        return codes.isEmpty() || codes.size() > MOST_CODES ? "" : String.join(BETWEEN, codes) + END;
    }
}
