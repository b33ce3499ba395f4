package net.niner.status.web.settings;

import java.util.List;

/** A list as a form takes it: one entry a line. */
final class Lines {

    private Lines() {}

    /** Without the empty ones; every run of white space is one space. */
    static List<String> of(String text) {
        return text == null
                ? List.of()
                : text.lines()
                        .map(line -> line.strip().replaceAll("\\s+", " "))
                        .filter(line -> !line.isEmpty())
                        .toList();
    }
}
