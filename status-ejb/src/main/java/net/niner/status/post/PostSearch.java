package net.niner.status.post;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import net.niner.status.platform.Migrations;
import net.niner.status.platform.Page;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldDocs;

/**
 * Finds published posts by words: in their titles, texts, tags and the codes of the servers they concern. The index is in memory, and before
 * each search takes in what has changed in the database since the last one: so it misses nothing, whoever changed it. Words are those of
 * {@link SearchAnalyzer}, ranked as {@link SearchQuery} says.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PostSearch {

    private static final Logger LOG = Logger.getLogger(PostSearch.class.getName());

    /** Nobody reads on so far. */
    private static final int MOST_HITS = 1_000;

    private static final Sort BEST_FIRST = new Sort(
            SortField.FIELD_SCORE,
            new SortField(SearchIndex.PUBLISHED, SortField.Type.LONG, true),
            new SortField(SearchIndex.ID_ORDER, SortField.Type.LONG, true));

    /** @param excerpt the place in its text where the words are, in pieces from left to right */
    public record Hit(long id, String path, String title, Instant publishedAt, List<Piece> excerpt) {

        public Hit {
            excerpt = List.copyOf(excerpt);
        }
    }

    /** @param marked true for a word that was looked for */
    public record Piece(String text, boolean marked) {}

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Resource
    private ManagedExecutorService threads;

    @EJB
    private Migrations migrations;

    @Inject
    private Clock clock;

    private final SearchAnalyzer analyzer = new SearchAnalyzer();
    private SearchIndex index;

    @PostConstruct
    void open() {
        migrations.await();
        index = new SearchIndex(new ChangedPosts(dataSource), analyzer);
        threads.execute(this::prepare);
    }

    /** Thousands of posts take seconds, which whoever searches first should not have to wait. What fails here is tried again by the first search. */
    private void prepare() {
        try {
            index.upToDate(clock.instant());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the posts cannot be searched yet", e);
        }
    }

    @PreDestroy
    void close() {
        index.close();
    }

    /**
     * The best first, the newer first among equals.
     *
     * @param words whatever somebody typed
     * @param first how many to leave out before
     * @param most how many at most
     */
    public Page<Hit> find(String words, int first, int most) {
        SearchQuery query = new SearchQuery(analyzer, words);
        if (query.isEmpty()) {
            return new Page<>(List.of(), 0);
        }
        SearcherManager searchers = index.upToDate(clock.instant());
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return page(searcher, query, Math.max(0, first), Math.max(0, most));
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Page<Hit> page(IndexSearcher searcher, SearchQuery query, int first, int most) throws IOException {
        int total = searcher.count(query.query());
        int end = Math.min(MOST_HITS, first + most);
        if (total == 0 || end <= first) {
            return new Page<>(List.of(), total);
        }
        TopFieldDocs found = searcher.search(query.query(), end, BEST_FIRST);
        List<Hit> hits = new ArrayList<>();
        for (int i = first; i < found.scoreDocs.length; i++) {
            hits.add(hit(searcher, found.scoreDocs[i], query));
        }
        return new Page<>(hits, total);
    }

    private Hit hit(IndexSearcher searcher, ScoreDoc place, SearchQuery query) throws IOException {
        Document document = searcher.storedFields().document(place.doc);
        String text = document.get(SearchQuery.TEXT);
        return new Hit(
                Long.parseLong(document.get(SearchIndex.ID)),
                document.get(SearchIndex.PATH),
                document.get(SearchQuery.TITLE),
                Instant.ofEpochMilli(
                        document.getField(SearchIndex.WHEN).numericValue().longValue()),
                Excerpt.of(text, analyzer.words(text), query::wants));
    }
}
