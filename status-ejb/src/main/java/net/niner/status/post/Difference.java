package net.niner.status.post;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What changed from one version of a text to the next: line by line, and within the lines that changed word by word. */
public final class Difference {

    /** Comparing takes time with the square of what differs: what is longer is compared by lines alone. */
    private static final int MOST_WORDS = 2_000;

    private static final Pattern WORDS = Pattern.compile("\\s+|[\\p{L}\\p{N}]+|.");

    /** What became of a part. */
    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    public record Part(Kind kind, String text) {}

    /** @param parts the line from left to right; one line can hold all kinds */
    public record Line(List<Part> parts) {

        public Line {
            parts = List.copyOf(parts);
        }

        public boolean same() {
            return parts.stream().allMatch(part -> part.kind() == Kind.SAME);
        }
    }

    private Difference() {}

    /** All lines of both, in their order. */
    public static List<Line> between(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        List<Line> lines = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            same(lines, old.subList(at, delta.getSource().getPosition()));
            changed(lines, delta.getSource().getLines(), delta.getTarget().getLines());
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        same(lines, old.subList(at, old.size()));
        return lines;
    }

    private static void same(List<Line> lines, List<String> texts) {
        texts.forEach(text -> lines.add(new Line(List.of(new Part(Kind.SAME, text)))));
    }

    private static void changed(List<Line> lines, List<String> old, List<String> now) {
        int both = Math.min(old.size(), now.size());
        for (int i = 0; i < both; i++) {
            lines.add(new Line(words(old.get(i), now.get(i))));
        }
        old.subList(both, old.size()).forEach(text -> lines.add(new Line(List.of(new Part(Kind.REMOVED, text)))));
        now.subList(both, now.size()).forEach(text -> lines.add(new Line(List.of(new Part(Kind.ADDED, text)))));
    }

    /** Of one line. */
    public static List<Part> words(String before, String after) {
        List<String> old = split(before);
        List<String> now = split(after);
        List<Part> parts = new ArrayList<>();
        if (old.size() + now.size() > MOST_WORDS) {
            add(parts, Kind.REMOVED, List.of(before));
            add(parts, Kind.ADDED, List.of(after));
            return parts;
        }
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            add(parts, Kind.SAME, old.subList(at, delta.getSource().getPosition()));
            add(parts, Kind.REMOVED, delta.getSource().getLines());
            add(parts, Kind.ADDED, delta.getTarget().getLines());
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(parts, Kind.SAME, old.subList(at, old.size()));
        return parts;
    }

    private static void add(List<Part> parts, Kind kind, List<String> words) {
        String text = String.join("", words);
        if (!text.isEmpty()) {
            parts.add(new Part(kind, text));
        }
    }

    private static List<String> split(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORDS.matcher(line);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }
}
