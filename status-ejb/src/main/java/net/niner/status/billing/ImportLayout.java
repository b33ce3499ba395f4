package net.niner.status.billing;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A kind of file, recognised by its columns.
 *
 * @param what as in {@code domains}
 * @param marks the columns that tell it from others; of each set at least one is there
 * @param wanted columns without which a file can be read, and says less than it should
 * @param reader adds what a row says to the reading
 */
record ImportLayout(
        ImportSource source,
        String what,
        List<Set<String>> marks,
        Set<String> wanted,
        BiConsumer<ImportRow, ImportReading> reader) {

    /** @param marks several names of one column are parted by a bar */
    static ImportLayout of(
            ImportSource source, String what, BiConsumer<ImportRow, ImportReading> reader, String... marks) {
        return new ImportLayout(
                source,
                what,
                Arrays.stream(marks).map(names -> Set.of(names.split("\\|"))).toList(),
                Set.of(),
                reader);
    }

    ImportLayout wanting(String... names) {
        return new ImportLayout(source, what, marks, Set.of(names), reader);
    }

    boolean fits(Set<String> columns) {
        return marks.stream().allMatch(names -> names.stream().anyMatch(columns::contains));
    }
}
