package net.niner.status.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NC036: Disk full | nc036-disk-full",
                "L’hébergement d'été | lhebergement-dete",
                "  --  | untitled",
                "'' | untitled",
                "../../etc/passwd | etc-passwd",
                "100 % <script> | 100-script",
                "ﬁn de série №1 | fin-de-serie-no1",
                "日本語 の 題 | 日本語-の-題"
            })
    void wordsWithoutWhatAddressesCannotHold(String text, String slug) {
        assertThat(Slug.of(text)).isEqualTo(slug);
    }

    @Test
    void aLongTitleIsCutAndEndsInNoHyphen() {
        assertThat(Slug.of("a".repeat(79) + " b")).isEqualTo("a".repeat(79));
        assertThat(Slug.of("word ".repeat(100)))
                .hasSizeLessThanOrEqualTo(Slug.LENGTH)
                .doesNotEndWith("-");
    }

    @Test
    void codesStandInFrontOnceAndComeOffAgain() {
        assertThat(Title.of(List.of("NC036"), "Disk full")).isEqualTo("NC036: Disk full");
        assertThat(Title.of(List.of("NC036"), "NC036: Disk full")).isEqualTo("NC036: Disk full");
        assertThat(Title.of(List.of("NC036", "NC033"), "Slow")).isEqualTo("NC036, NC033: Slow");
        assertThat(Title.of(List.of("A", "B", "C", "D"), "Slow")).isEqualTo("Slow");
        assertThat(Title.of(List.of(), "Slow")).isEqualTo("Slow");
        assertThat(Title.words(List.of("NC036"), "NC036: Disk full")).isEqualTo("Disk full");
        assertThat(Title.words(List.of("NC033"), "NC036: Disk full")).isEqualTo("NC036: Disk full");
    }

    @Test
    void aTagHasALetterOrADigitAndNothingUnseen() {
        assertThat(List.of("C", "C++", "7", "mise à jour")).allMatch(Tag::isWord);
        assertThat(List.of("", " ", "???", "a\nb", "a\u0000")).noneMatch(Tag::isWord);
    }

    /** A list of servers is put into another order, and incidents grow: the codes must not stand there twice. */
    @Test
    void codesComeOffWhateverTheirOrderAndWhoHasJoined() {
        List<String> ordered = List.of("NC033", "NC036");
        assertThat(Title.words(ordered, "NC036, NC033: Slow")).isEqualTo("Slow");
        assertThat(Title.words(ordered, "NC036: Slow")).isEqualTo("Slow");
        assertThat(Title.words(ordered, "NC036: NC036, NC033: Slow")).isEqualTo("Slow");
        assertThat(Title.of(ordered, "NC036, NC033: Slow")).isEqualTo("NC033, NC036: Slow");
        assertThat(Title.of(ordered, "RAID: a disk is gone")).isEqualTo("NC033, NC036: RAID: a disk is gone");
        assertThat(Title.words(ordered, "NC033, RAID: broken")).isEqualTo("NC033, RAID: broken");
        assertThat(Title.of(List.of("A", "B", "C", "D"), "A: Slow")).isEqualTo("A: Slow");
    }
}
