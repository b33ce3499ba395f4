package net.niner.status.post;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.niner.status.post.SearchAnalyzer.Word;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What somebody looks for: every word must be there, in whichever part of a post; whole, or as the beginning of a longer one, which counts less.
 * The last word is perhaps not typed to its end, so there the beginning counts more. Nothing that was typed means anything but words.
 */
final class SearchQuery {

    static final String TITLE = "title";
    static final String CODES = "codes";
    static final String TAGS = "tags";
    static final String TEXT = "text";

    private static final int MOST_CHARACTERS = 300;
    private static final int MOST_WORDS = 12;
    private static final float BEGINNING = 0.1f;
    private static final float BEGINNING_OF_THE_LAST = 0.3f;
    private static final int SHORTEST_BEGINNING = 2;

    /** What a word is worth where it stands. */
    private static final Map<String, Float> WORTH = new LinkedHashMap<>();

    static {
        WORTH.put(CODES, 6f);
        WORTH.put(TITLE, 4f);
        WORTH.put(TAGS, 2f);
        WORTH.put(TEXT, 1f);
    }

    private final List<String> words;

    SearchQuery(SearchAnalyzer analyzer, String typed) {
        String text = typed == null ? "" : typed.substring(0, Math.min(typed.length(), MOST_CHARACTERS));
        words = analyzer.words(text).stream()
                .map(Word::term)
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** True if that word of a text is one that was looked for. */
    boolean wants(String term) {
        return words.stream()
                .anyMatch(word -> term.equals(word) || word.length() >= SHORTEST_BEGINNING && term.startsWith(word));
    }

    Query query() {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (int i = 0; i < words.size(); i++) {
            boolean last = i == words.size() - 1;
            all.add(anywhere(words.get(i), last ? BEGINNING_OF_THE_LAST : BEGINNING), Occur.MUST);
        }
        return all.build();
    }

    private static Query anywhere(String word, float beginning) {
        List<Query> places = new ArrayList<>();
        WORTH.forEach((field, worth) -> {
            places.add(new BoostQuery(new TermQuery(new Term(field, word)), worth));
            if (word.length() >= SHORTEST_BEGINNING) {
                places.add(new BoostQuery(new PrefixQuery(new Term(field, word)), worth * beginning));
            }
        });
        return new DisjunctionMaxQuery(places, 0);
    }
}
