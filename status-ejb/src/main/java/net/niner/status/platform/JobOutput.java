package net.niner.status.platform;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** What executions of jobs print, for those who watch them. It may name people: whoever hands it on asks who is asking. */
@Stateless
public class JobOutput {

    /** In characters; what is longer is cut. */
    public static final int LINE_LENGTH = 2000;

    /** Lines of one execution; what comes after is not kept, and the last line says so. */
    public static final int MOST_LINES = 20_000;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    private record Line(int number, String words) {}

    /** In place of what it printed before. */
    public void write(long execution, List<String> lines) {
        Rows.update(dataSource, "delete from job_output where execution_id = ?", execution);
        append(execution, 0, lines);
    }

    /** After what it printed before. */
    public void add(long execution, List<String> lines) {
        int there = Rows.query(
                        dataSource,
                        "select count(*) from job_output where execution_id = ?",
                        row -> row.getInt(1),
                        execution)
                .get(0);
        append(execution, there, lines);
    }

    public List<String> read(long execution) {
        return Rows.query(
                dataSource,
                "select words from job_output where execution_id = ? order by line",
                row -> row.getString(1),
                execution);
    }

    /** Lines that name somebody go, and in the same executions those that could. */
    public void takeOut(NamingWords words) {
        Set<Long> executions = new HashSet<>();
        for (String word : words.own()) {
            Rows.query(
                            dataSource,
                            "select execution_id, words from job_output where position(cast(? as varchar(2000)) in words) > 0",
                            row -> Map.entry(row.getLong(1), row.getString(2)),
                            word)
                    .stream()
                    .filter(line -> words.isNamed(line.getValue()))
                    .forEach(line -> executions.add(line.getKey()));
        }
        executions.forEach(execution -> takeOut(execution, words));
    }

    private void takeOut(long execution, NamingWords words) {
        List<Line> touched = Rows.query(
                        dataSource,
                        "select line, words from job_output where execution_id = ?",
                        row -> new Line(row.getInt(1), row.getString(2)),
                        execution)
                .stream()
                .filter(line -> words.isTouched(line.words()))
                .toList();
        Rows.batch(
                dataSource,
                "update job_output set words = ? where execution_id = ? and line = ?",
                touched,
                (statement, line) -> Rows.bind(statement, NamingWords.ERASED, execution, line.number()));
    }

    private void append(long execution, int there, List<String> lines) {
        int room = MOST_LINES - there;
        if (room <= 0) {
            return;
        }
        List<Line> kept = IntStream.range(0, Math.min(lines.size(), room))
                .mapToObj(i -> new Line(
                        there + i,
                        i == room - 1 && lines.size() > room
                                ? "... and " + (lines.size() - i) + " more"
                                : lines.get(i)))
                .toList();
        Rows.batch(
                dataSource,
                "insert into job_output (execution_id, line, words) values (?, ?, ?)",
                kept,
                (statement, line) -> Rows.bind(statement, execution, line.number(), cut(line.words())));
    }

    private static String cut(String words) {
        return words.length() > LINE_LENGTH ? words.substring(0, LINE_LENGTH - 1) + "…" : words;
    }
}
