package net.niner.status.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.niner.status.post.Difference.Kind;
import net.niner.status.post.Difference.Line;
import net.niner.status.post.Difference.Part;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    @Test
    void linesStayGoAndComeAndWordsWithinThem() {
        assertThat(Difference.between("one\ntwo is here\nthree", "one\ntwo was here\nthree\nfour"))
                .containsExactly(
                        new Line(List.of(new Part(Kind.SAME, "one"))),
                        new Line(List.of(
                                new Part(Kind.SAME, "two "),
                                new Part(Kind.REMOVED, "is"),
                                new Part(Kind.ADDED, "was"),
                                new Part(Kind.SAME, " here"))),
                        new Line(List.of(new Part(Kind.SAME, "three"))),
                        new Line(List.of(new Part(Kind.ADDED, "four"))));
        assertThat(Difference.between("", "")).isEmpty();
    }

    /** Whatever the two are: without what came it is the old one, without what went the new one. */
    @RepeatedTest(20)
    void bothCanBeReadOutOfIt(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String before = text(random);
        String after = text(random);
        List<Part> words = Difference.words(before.replace("\n", " "), after.replace("\n", " "));
        assertThat(read(words, Kind.ADDED)).isEqualTo(before.replace("\n", " "));
        assertThat(read(words, Kind.REMOVED)).isEqualTo(after.replace("\n", " "));
    }

    private static String read(List<Part> parts, Kind without) {
        return parts.stream()
                .filter(part -> part.kind() != without)
                .map(Part::text)
                .collect(Collectors.joining());
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(60), 0, 6)
                .mapToObj(i -> List.of("disk", "full", "é", "…", " ", "\n").get(i))
                .collect(Collectors.joining());
    }

    @Test
    void aHugeLineIsComparedAsAWhole() {
        String long1 = String.join(" ", Collections.nCopies(3_000, "a"));
        assertThat(Difference.words(long1, long1 + " b")).hasSize(2);
    }
}
