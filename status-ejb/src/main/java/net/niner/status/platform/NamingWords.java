package net.niner.status.platform;

import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What names somebody whose data is erased. Only whole words count: {@code invoice 12} does not stand in {@code invoice 123}.
 *
 * @param own what nobody else is called
 * @param shared what says who it is only where one of the others stands beside it
 */
public record NamingWords(List<String> own, List<String> shared) {

    /** In place of a word that is erased. */
    public static final String ERASED = "-";

    /** In characters: what is shorter stands in everything. */
    private static final int SHORTEST = 3;

    public NamingWords {
        own = usable(own);
        shared = usable(shared);
    }

    /** Longer ones first, which may have shorter ones in them. */
    private static List<String> usable(List<String> words) {
        return words.stream()
                .filter(word -> word.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    public boolean isNamed(String text) {
        return stands(own, text);
    }

    /** Whether a text has any of them; it need not mean the same person. */
    public boolean isTouched(String text) {
        return isNamed(text) || stands(shared, text);
    }

    private static boolean stands(List<String> words, String text) {
        return text != null
                && words.stream().anyMatch(word -> pattern(word).matcher(text).find());
    }

    /**
     * A text without any of them, null for null.
     *
     * @param written how a word is written in it
     */
    public String takenOut(String text, UnaryOperator<String> written) {
        if (text == null) {
            return null;
        }
        String left = text;
        for (String word : usable(Stream.concat(own.stream(), shared.stream()).toList())) {
            left = pattern(written.apply(word)).matcher(left).replaceAll(ERASED);
        }
        return left;
    }

    /** The end of a sentence ends a word, the dot of a domain does not. */
    private static Pattern pattern(String word) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}_-])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])");
    }
}
