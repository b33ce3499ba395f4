package net.niner.status.post;

import static net.niner.status.post.PostITs.ANN;
import static net.niner.status.post.PostITs.draft;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import net.niner.status.account.Caller;
import net.niner.status.platform.Rows;
import net.niner.status.post.PostSearch.Hit;
import net.niner.status.post.PostSearch.Piece;
import net.niner.status.server.Location;
import net.niner.status.server.Role;
import net.niner.status.server.Server;
import net.niner.status.server.Servers;
import net.niner.status.server.Visibility;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
class PostSearchIT {

    private static final int MANY = 10_000;

    @EJB
    private PostSearch search;

    @EJB
    private Posts posts;

    @EJB
    private Publishing publishing;

    @EJB
    private Servers servers;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @BeforeEach
    void actAsAPerson() {
        Caller.bind(ANN);
    }

    @AfterEach
    void actAsNobody() {
        Caller.forget();
    }

    private Post published(PostDraft draft) {
        Post post = posts.draft(draft);
        return posts.publish(post.id(), post.version());
    }

    private List<String> titles(String words) {
        return search.find(words, 0, 20).rows().stream().map(Hit::title).toList();
    }

    @Test
    void whatIsPublishedIsFoundAtOnceAndWhatIsWithdrawnNoMore() {
        Post post = posts.draft(draft("Zugvogel", "Nothing else."));
        assertThat(titles("zugvogel")).isEmpty();
        post = posts.publish(post.id(), post.version());
        assertThat(titles("zugvogel")).containsExactly("Zugvogel");
        post = posts.change(post.id(), post.version(), draft("Zugbruecke", "Nothing else."));
        assertThat(titles("zugvogel")).isEmpty();
        assertThat(titles("zugbruecke")).containsExactly("Zugbruecke");
        posts.withdraw(post.id(), post.version(), "");
        assertThat(titles("zugbruecke")).isEmpty();
    }

    @Test
    void accentsPossessivesAndArticlesDoNotMatter() {
        published(draft("L’hébergement élargi", "Le serveur’s déjà-vu: xylophon."));
        assertThat(titles("hebergement")).containsExactly("L’hébergement élargi");
        assertThat(titles("d'hébergement ELARGI")).containsExactly("L’hébergement élargi");
        assertThat(titles("deja xylophon")).containsExactly("L’hébergement élargi");
        assertThat(titles("xylo")).containsExactly("L’hébergement élargi");
        assertThat(titles("hebergement wanting")).isEmpty();
    }

    @Test
    void theTitleCountsMoreThanTheTextAndTheNewerBeforeItsEqual() {
        Instant then = Instant.parse("2024-05-01T00:00:00Z");
        for (int day : new int[] {2, 1, 3}) {
            Post equal = posts.draft(draft("Equal", "the quokka, day and night"));
            publishing.publish(equal.id(), then.plus(Duration.ofDays(day)));
        }
        Post title = posts.draft(draft("The quokka", "day and night, as old as the hills"));
        publishing.publish(title.id(), then);
        List<Hit> hits = search.find("quokka", 0, 10).rows();
        assertThat(hits).extracting(Hit::title).containsExactly("The quokka", "Equal", "Equal", "Equal");
        assertThat(hits.subList(1, 4))
                .extracting(Hit::publishedAt)
                .containsExactly(
                        then.plus(Duration.ofDays(3)), then.plus(Duration.ofDays(2)), then.plus(Duration.ofDays(1)));
        assertThat(search.find("quokka", 1, 2).rows()).isEqualTo(hits.subList(1, 3));
        assertThat(search.find("quokka", 0, 0).total()).isEqualTo(4);
    }

    @Test
    void codesAndTagsAreFound() {
        servers.add(new Server("FND-77", new Location("Perth", "AU"), Role.WEB_SERVER, Visibility.PUBLIC));
        published(new PostDraft("Slow", PostFormat.MARKDOWN, "x", Set.of("FND-77"), Set.of(), Set.of("Wombat burrow")));
        published(draft("Something else", "what we said of FND-77 when it was slow"));
        assertThat(titles("fnd-77")).containsExactly("FND-77: Slow", "Something else");
        assertThat(titles("wombat")).containsExactly("FND-77: Slow");
    }

    @Test
    void theExcerptShowsThePlaceAndMarksTheWords() {
        published(draft(
                "Long",
                "Word after word. ".repeat(200) + "Then a *platypus* came, and <platypuses> more. "
                        + "Nothing more to tell. ".repeat(100)));
        List<Piece> excerpt = search.find("platypus", 0, 1).rows().get(0).excerpt();
        assertThat(excerpt.stream().filter(Piece::marked).map(Piece::text)).contains("platypus");
        String text = String.join("", excerpt.stream().map(Piece::text).toList());
        assertThat(text)
                .startsWith("…")
                .endsWith("…")
                .contains("Then a platypus came")
                .hasSizeLessThan(260);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "\"",
                "***",
                "?!.,;",
                "a AND",
                "NOT (",
                "title:[* TO *]",
                "\\",
                "\u0000",
                "\uD83D",
                "👍",
                "e\u0301\u0301\u0301",
                "- -",
                "'",
                "l'",
                "x' or 1=1 --"
            })
    void whateverIsTypedIsOnlyWords(String typed) {
        assertThat(search.find(typed, 0, 10).rows()).hasSizeLessThanOrEqualTo(10);
        assertThat(search.find(typed.repeat(10_000), 0, 10).rows()).hasSizeLessThanOrEqualTo(10);
        assertThat(search.find(null, 0, 10).rows()).isEmpty();
    }

    @Test
    void tenThousandRowsThatCameFromElsewhereAreTakenInAndFoundFast() {
        Rows.batch(
                dataSource,
                "insert into post (id, title, format, body, html, state, published_at, path, guid, created_at, changed_at, changed_by, version)"
                        + " values (?, ?, 'HTML', ?, ?, 'PUBLISHED', ?, ?, ?, ?, ?, 'test', 1)",
                IntStream.range(0, MANY).boxed().toList(),
                (statement, i) -> {
                    String text = "<p>Echidna number " + i + " " + "and some words of no great consequence ".repeat(40)
                            + "</p>";
                    Object at = Rows.time(Instant.parse("2010-01-01T00:00:00Z").plusSeconds(i * 3600L));
                    Rows.bind(
                            statement,
                            10_000_000L + i,
                            "Echidna " + i % 7 + " of many",
                            text,
                            text,
                            at,
                            "/2010/01/01/echidna-" + i,
                            "echidna-" + i,
                            at,
                            at);
                });
        try {
            long begun = System.nanoTime();
            assertThat(search.find("echidna", 0, 10).total()).isEqualTo(MANY);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
            search.find("echidna consequ", 0, 10);
            List<Long> times = IntStream.range(0, 50)
                    .mapToObj(i -> {
                        long start = System.nanoTime();
                        assertThat(search.find("echidna number " + i, 0, 10).rows())
                                .isNotEmpty();
                        return (System.nanoTime() - start) / 1_000_000;
                    })
                    .sorted()
                    .toList();
            assertThat(times.get(25)).as("half of the searches, in ms").isLessThan(20);
        } finally {
            Rows.update(dataSource, "delete from post where id >= ?", 10_000_000L);
        }
        assertThat(search.find("echidna", 0, 10).total()).isZero();
    }
}
