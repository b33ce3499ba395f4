package net.niner.status.web.settings;

import java.util.List;
import java.util.stream.Collectors;
import net.niner.status.setting.Link;

/** Links as a form takes them: one a line, a label and behind it the address. */
final class Links {

    private Links() {}

    static String text(List<Link> links) {
        return links.stream().map(link -> link.label() + " " + link.url()).collect(Collectors.joining("\n"));
    }

    static List<Link> of(String text) {
        return Lines.of(text).stream().map(Links::link).toList();
    }

    /** A line without an address has none, and one without a label has none; the rules of the settings say so. */
    private static Link link(String line) {
        int space = line.lastIndexOf(' ');
        String last = line.substring(space + 1);
        return last.contains(":")
                ? new Link(space < 0 ? "" : line.substring(0, space).strip(), last)
                : new Link(line, "");
    }
}
