package net.niner.status.post;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import net.niner.status.post.PostSearch.Piece;
import net.niner.status.post.SearchAnalyzer.Word;

/** The part of a text where most of the words are that somebody looked for. */
final class Excerpt {

    /** In characters. */
    static final int LENGTH = 240;

    /** So much is left of the first word, so that a sentence can be understood. */
    private static final int BEFORE = 60;

    private static final String CUT = "…";

    private Excerpt() {}

    /** @param words all of the text, in their order */
    static List<Piece> of(String text, List<Word> words, Predicate<String> wanted) {
        List<Word> found =
                words.stream().filter(word -> wanted.test(word.term())).toList();
        int start = found.isEmpty() ? 0 : start(text, densest(found));
        int end = end(text, start);
        List<Piece> pieces = new ArrayList<>();
        int at = start;
        StringBuilder plain = new StringBuilder(start > 0 ? CUT : "");
        for (Word word : found) {
            if (word.start() >= at && word.end() <= end) {
                plain.append(text, at, word.start());
                flush(pieces, plain);
                pieces.add(new Piece(text.substring(word.start(), word.end()), true));
                at = word.end();
            }
        }
        plain.append(text, at, end).append(end < text.length() ? CUT : "");
        flush(pieces, plain);
        return pieces;
    }

    /** Where the window begins that holds most of them. */
    private static int densest(List<Word> found) {
        int best = 0;
        int most = 0;
        int last = 0;
        for (int first = 0; first < found.size(); first++) {
            while (last < found.size()
                    && found.get(last).end() <= found.get(first).start() + LENGTH - BEFORE) {
                last++;
            }
            if (last - first > most) {
                most = last - first;
                best = found.get(first).start();
            }
        }
        return best;
    }

    private static int start(String text, int word) {
        if (word <= BEFORE) {
            return 0;
        }
        int blank = text.indexOf(' ', word - BEFORE);
        return blank < 0 || blank >= word ? word : blank + 1;
    }

    private static int end(String text, int start) {
        if (text.length() - start <= LENGTH) {
            return text.length();
        }
        int blank = text.lastIndexOf(' ', start + LENGTH);
        int end = blank > start ? blank : start + LENGTH;
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }

    private static void flush(List<Piece> pieces, StringBuilder plain) {
        if (!plain.isEmpty()) {
            pieces.add(new Piece(plain.toString(), false));
            plain.setLength(0);
        }
    }
}
