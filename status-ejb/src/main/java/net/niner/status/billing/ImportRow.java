package net.niner.status.billing;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A row of a file, read by the names of its columns; several names are the same column in different exports. What is wrong goes to the reading. */
final class ImportRow {

    private static final Pattern MAIL = Pattern.compile("[^@\\s,;<>\"]+@[^@\\s,;<>\"]+\\.[^@\\s,;<>\"]+");
    private static final int LONGEST_MAIL = 254;
    private static final int LONGEST_REPEATED = 30;

    private final String file;
    private final int line;
    private final ImportColumns columns;
    private final Map<String, String> cells;
    private final ImportReading reading;

    ImportRow(String file, int line, ImportColumns columns, Map<String, String> cells, ImportReading reading) {
        this.file = file;
        this.line = line;
        this.columns = columns;
        this.cells = cells;
        this.reading = reading;
    }

    int line() {
        return line;
    }

    String file() {
        return file;
    }

    /** Null for none. */
    String text(String... names) {
        for (String name : names) {
            String cell = cells.get(name);
            if (cell != null && !cell.isEmpty()) {
                return cell;
            }
        }
        return null;
    }

    /** Null for none; a problem if it is longer. */
    String text(int longest, String... names) {
        String text = text(names);
        if (text != null && text.length() > longest) {
            problem("is longer than " + longest + " characters", names);
        } else if (text != null && text.chars().anyMatch(Character::isISOControl)) {
            problem("has a control character in it", names);
        }
        return text;
    }

    /** A problem if there is none. */
    String required(int longest, String... names) {
        String text = text(longest, names);
        if (text == null) {
            problem("is missing", names);
        }
        return text;
    }

    String mail(String... names) {
        String text = text(LONGEST_MAIL, names);
        if (text != null && !MAIL.matcher(text).matches()) {
            problem("is no mail address", names);
        }
        return text;
    }

    /** Null where it is empty; one that cannot be meant is a finding, and null. */
    LocalDate day(Subject subject, String... names) {
        return day(subject, true, names);
    }

    /** Null where it is empty or cannot be meant: many write a zero for none here. */
    LocalDate dayOrNone(String... names) {
        return day(null, false, names);
    }

    private LocalDate day(Subject subject, boolean tells, String... names) {
        String text = text(names);
        if (text == null) {
            return null;
        }
        Optional<ImportDateFormat.Reading> read = reading.format().read(text);
        if (read.isEmpty()) {
            problem("is no day as " + reading.format().pattern() + ": " + shortened(text), names);
            return null;
        }
        if (read.get().absurd() && tells) {
            reading.finding(subject, this, columns.written(names), text);
        }
        return read.get().day();
    }

    /**
     * That an invoice is out, where its day can be meant: else nobody knows since when, and it waits as a draft until its day is set right.
     *
     * @param names of the day's column
     */
    InvoiceState believed(InvoiceState stated, String... names) {
        String text = text(names);
        boolean absurd = text != null
                && reading.format()
                        .read(text)
                        .filter(ImportDateFormat.Reading::absurd)
                        .isPresent();
        return absurd && stated == InvoiceState.ISSUED ? InvoiceState.DRAFT : stated;
    }

    /**
     * One of some words, written in whatever case.
     *
     * @param missing what an empty cell stands for, null if it must not be empty
     */
    <T> T word(Map<String, T> words, T missing, String... names) {
        String text = text(names);
        T value =
                text == null ? missing : words.get(text.toLowerCase(Locale.ROOT).replace('_', ' '));
        if (value == null) {
            problem(
                    text == null
                            ? "is missing"
                            : "must be one of "
                                    + String.join(
                                            ", ",
                                            words.keySet().stream().sorted().toList()) + ", not " + shortened(text),
                    names);
        }
        return value;
    }

    void problem(String why, String... names) {
        reading.problem(new ImportProblem(file, line, columns.written(names), why));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_REPEATED ? text : text.substring(0, LONGEST_REPEATED) + "…";
    }

    /**
     * What a row is about.
     *
     * @param what as in {@code service}
     * @param clientId null where it is not known
     */
    record Subject(String what, String id, String name, String clientId) {}
}
