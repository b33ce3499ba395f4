package net.niner.status.post;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.niner.status.post.ChangedPosts.Mark;
import net.niner.status.post.ChangedPosts.Searched;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * The published posts in memory, by their words. What has changed is told by the time of the change; since a change can be committed a while
 * after its time, and clocks of several machines differ, the last minutes are looked through each time, by version. Should the number of posts
 * not fit then (rows were put in or taken out with times of their own), all are compared.
 */
final class SearchIndex implements AutoCloseable {

    static final String ID = "id";
    static final String ID_ORDER = "idOrder";
    static final String PATH = "path";
    static final String PUBLISHED = "published";
    static final String WHEN = "when";

    private static final Duration LATE_COMMIT = Duration.ofMinutes(5);
    private static final Instant EVER = Instant.parse("0001-01-01T00:00:00Z");

    private final ChangedPosts posts;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Map<Long, Integer> versions = new HashMap<>();
    private Instant lookedAt = EVER;

    SearchIndex(ChangedPosts posts, SearchAnalyzer analyzer) {
        this.posts = posts;
        try {
            writer = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig(analyzer));
            searchers = new SearcherManager(writer, new SearcherFactory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes in what has changed; one caller does it, and the others wait for what it finds. */
    synchronized SearcherManager upToDate(Instant now) {
        take(posts.since(lookedAt.equals(EVER) ? EVER : lookedAt.minus(LATE_COMMIT)));
        if (posts.published() != versions.size()) {
            List<Mark> all = posts.since(EVER);
            take(all);
            forgetAllBut(all);
        }
        lookedAt = now;
        try {
            // costs nothing where nothing has changed; asked always, so that what was taken in before a failure is
            // found too
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return searchers;
    }

    private void take(List<Mark> marks) {
        List<Mark> news = marks.stream()
                .filter(mark -> mark.published()
                        ? versions.getOrDefault(mark.id(), -1) != mark.version()
                        : versions.containsKey(mark.id()))
                .toList();
        news.stream().filter(mark -> !mark.published()).forEach(mark -> forget(mark.id()));
        posts.read(news.stream().filter(Mark::published).map(Mark::id).toList(), this::keep);
    }

    private void forgetAllBut(List<Mark> all) {
        Set<Long> gone = new HashSet<>(versions.keySet());
        all.forEach(mark -> gone.remove(mark.id()));
        gone.forEach(this::forget);
    }

    private void forget(long id) {
        try {
            writer.deleteDocuments(term(id));
            versions.remove(id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(Searched post) {
        try {
            writer.updateDocument(term(post.id()), document(post));
            versions.put(post.id(), post.version());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document document(Searched post) {
        Document document = new Document();
        document.add(new StringField(ID, Long.toString(post.id()), Store.YES));
        document.add(new NumericDocValuesField(ID_ORDER, post.id()));
        document.add(new StoredField(PATH, post.path()));
        document.add(new NumericDocValuesField(PUBLISHED, post.publishedAt().toEpochMilli()));
        document.add(new StoredField(WHEN, post.publishedAt().toEpochMilli()));
        document.add(new TextField(SearchQuery.TITLE, post.title(), Store.YES));
        document.add(new TextField(SearchQuery.TEXT, post.text(), Store.YES));
        document.add(new TextField(SearchQuery.CODES, String.join(" ", post.codes()), Store.NO));
        document.add(new TextField(SearchQuery.TAGS, String.join(" ", post.tags()), Store.NO));
        return document;
    }

    private static Term term(long id) {
        return new Term(ID, Long.toString(id));
    }

    @Override
    public void close() {
        try {
            searchers.close();
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
