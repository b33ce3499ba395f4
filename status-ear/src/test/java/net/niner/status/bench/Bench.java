package net.niner.status.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All measurements, one after the other. {@code -Dbench.seconds} is how long each of them counts. */
public final class Bench {

    static final int SECONDS = Integer.getInteger("bench.seconds", 30);

    private Bench() {}

    @SuppressWarnings("try") // the target need only live
    public static void main(String[] arguments) throws Exception {
        Path directory = empty(Path.of(System.getProperty("bench.directory")));
        Table table = new Table();
        new StartBench(directory, table).run();
        new PageBench(directory, table).run();
        new OfficeBench(directory, table).run();
        new RecordBench(directory, table).run();
        new BillingBench(directory, table).run();
        int answering = Child.freePort();
        int hanging = Child.freePort();
        try (Child target = Child.java(
                directory.resolve("target.log"),
                Map.of(),
                List.of(
                        "-cp",
                        System.getProperty("bench.classes"),
                        Target.class.getName(),
                        Integer.toString(answering),
                        Integer.toString(hanging)))) {
            ProbeBench probes = new ProbeBench(directory, table, answering, hanging);
            probes.backToBack();
            probes.everyMinute("all answering", 0);
            probes.everyMinute("5 % hanging", 5);
        }
        table.print();
    }

    private static Path empty(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(directory);
    }
}
