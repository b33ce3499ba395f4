package net.niner.status.billing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the files of an import: recognises each by its columns, reads its rows, and looks up what they refer to. All is well with the files, or nothing
 * comes of them but the problems.
 */
final class ImportReader {

    /** In the order in which they are tried. */
    private static final List<ImportLayout> LAYOUTS = Stream.of(
                    ImportCanonical.LAYOUTS, ImportWhmcs.LAYOUTS, ImportFossBilling.LAYOUTS, ImportNinja.LAYOUTS)
            .flatMap(List::stream)
            .toList();

    private final ImportReading reading;
    private ImportSource source;

    /** What the files say, when all is well with them. */
    record Read(ImportSource source, RegisterBatch batch, List<ImportFinding> findings) {}

    /** Where a file of nobody's form was found: nothing of it can be read. */
    private static final class NotRecognised extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotRecognised() {
            super(null, null, false, false);
        }
    }

    private ImportReader(ImportSource source, ImportDateFormat format) {
        this.source = source;
        this.reading = new ImportReading(format);
    }

    /**
     * @param named null to recognise the source by the columns
     * @param known what the site knows of a source
     * @throws InvalidImport if anything is wrong with them
     */
    static Read read(
            List<ImportFile> files,
            ImportSource named,
            ImportDateFormat format,
            Function<ImportSource, ImportKnown> known) {
        ImportReader reader = new ImportReader(named, format);
        reader.bound(files);
        files.forEach(reader::file);
        if (reader.source != null) {
            reader.reading.resolve(known.apply(reader.source), reader.source == ImportSource.INVOICE_NINJA);
        }
        if (reader.reading.hasProblems()) {
            throw new InvalidImport(reader.reading.problems());
        }
        return new Read(reader.source, reader.reading.batch(), reader.reading.findings());
    }

    private void bound(List<ImportFile> files) {
        if (files.isEmpty()) {
            throw InvalidImport.of("", 0, "there is no file to import");
        }
        long length = files.stream().mapToLong(file -> file.text().length()).sum();
        if (length > ImportFile.MOST_BYTES) {
            throw InvalidImport.of("", 0, "the files together are larger than 20 MB: split them");
        }
    }

    private void file(ImportFile file) {
        Rows rows = new Rows(file);
        try {
            if (file.isJson()) {
                ImportJson.read(file.text(), rows::header, rows::row, rows::problem);
            } else {
                ImportCsv.read(file.text(), rows::header, rows::row, rows::problem);
            }
        } catch (NotRecognised e) {
            problem(file, 1, "its columns are those of no file that can be imported: " + expected());
        }
    }

    private String expected() {
        Set<String> known = LAYOUTS.stream()
                .filter(layout -> source == null || layout.source() == source)
                .map(layout -> layout.source().word() + " " + layout.what())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return "known are " + String.join(", ", known);
    }

    private void problem(ImportFile file, int line, String why) {
        reading.problem(new ImportProblem(file.name(), line, "", why));
    }

    private Optional<ImportLayout> layout(ImportColumns columns) {
        return LAYOUTS.stream()
                .filter(layout -> source == null || layout.source() == source)
                .filter(layout -> layout.fits(columns.names()))
                .findFirst();
    }

    /** The rows of one file. */
    private final class Rows {

        private final ImportFile file;
        private ImportColumns columns;
        private ImportLayout layout;

        Rows(ImportFile file) {
            this.file = file;
        }

        void header(ImportColumns names) {
            columns = names;
            layout = layout(names).orElseThrow(NotRecognised::new);
            source = layout.source();
            List<String> missing = new ArrayList<>(layout.wanted());
            missing.removeAll(names.names());
            missing.forEach(column -> reading.finding(new ImportFinding(
                    null,
                    layout.what() + "|without|" + column,
                    "The file " + file.name() + " of an import has no column " + column
                            + ": choose it when exporting, or nobody is told anything that follows from it.")));
        }

        void row(ImportCsv.Cells cells) {
            if (reading.isFull()) {
                return;
            }
            if (reading.rows() >= ImportReading.MOST_ROWS) {
                problem(cells.line(), "there are more than 200,000 rows: split the files");
                return;
            }
            layout.reader()
                    .accept(new ImportRow(file.name(), cells.line(), columns, cells.byColumn(), reading), reading);
        }

        void problem(int line, String why) {
            ImportReader.this.problem(file, line, why);
        }
    }
}
