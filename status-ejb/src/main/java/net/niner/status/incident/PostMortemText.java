package net.niner.status.incident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Puts the parts of a post-mortem together: one Markdown text, in the order in which it is read. Parts that say nothing are left out. */
final class PostMortemText {

    /**
     * A follow-up, as the post shows it.
     *
     * @param due null for no goal date
     * @param link what proves it, null for none
     */
    record Promise(String text, String owner, LocalDate due, FollowUpState state, String link) {

        static Promise of(FollowUp followUp) {
            return new Promise(
                    followUp.text(),
                    followUp.owner(),
                    followUp.due().orElse(null),
                    followUp.state(),
                    followUp.link().orElse(null));
        }

        static Promise of(FollowUpDraft draft) {
            return new Promise(draft.text(), draft.owner(), draft.due(), FollowUpState.OPEN, null);
        }
    }

    private final PostMortemWords words;
    private final List<String> blocks = new ArrayList<>();

    private PostMortemText(PostMortemWords words) {
        this.words = words;
    }

    /** @param promises those that visitors may see */
    static String of(PostMortemDraft draft, List<Promise> promises, PostMortemWords words) {
        PostMortemText text = new PostMortemText(words);
        text.add(draft.summary());
        text.part("noticed", draft.noticed());
        text.list("causes", "- ", draft.causes());
        text.part("trigger", draft.trigger());
        text.part("detected", draft.detected());
        text.part("fixed", draft.fixed());
        text.part("went-well", draft.wentWell());
        text.part("went-badly", draft.wentBadly());
        text.timeline(draft.timeline());
        text.list(
                "lessons",
                "1. ",
                draft.lessons().stream()
                        .map(PostMortemDraft.LessonDraft::text)
                        .filter(lesson -> !lesson.isEmpty())
                        .toList());
        text.promises(promises);
        return String.join("\n\n", text.blocks);
    }

    private void add(String block) {
        if (!block.isEmpty()) {
            blocks.add(block);
        }
    }

    private void part(String key, String text) {
        if (!text.isEmpty()) {
            heading(key);
            blocks.add(text);
        }
    }

    private void heading(String key) {
        blocks.add("## " + words.of(key));
    }

    /** What follows the first line of an item is indented, so that it stays within. */
    private void list(String key, String mark, List<String> items) {
        if (!items.isEmpty()) {
            heading(key);
            String within = "\n" + " ".repeat(mark.length());
            blocks.add(String.join(
                    "\n\n",
                    items.stream()
                            .map(item -> mark + item.replace("\n", within))
                            .toList()));
        }
    }

    private void timeline(List<TimelineRow> rows) {
        if (!rows.isEmpty()) {
            heading("timeline");
            List<List<String>> cells = rows.stream()
                    .map(row -> List.of(words.time(row.at()), row.text()))
                    .toList();
            table(List.of(words.of("time"), words.of("happened")), cells);
        }
    }

    private void promises(List<Promise> promises) {
        if (!promises.isEmpty()) {
            heading("follow-ups");
            List<List<String>> cells = promises.stream()
                    .map(promise -> List.of(
                            promise.text(),
                            promise.owner(),
                            promise.due() == null ? words.of("no-date") : words.day(promise.due()),
                            words.of("state." + promise.state())
                                    + (promise.link() == null
                                            ? ""
                                            : " ([" + words.of("evidence") + "](<" + promise.link() + ">))")))
                    .toList();
            table(List.of(words.of("promise"), words.of("owner"), words.of("due"), words.of("state")), cells);
            blocks.add(words.of("ledger"));
        }
    }

    private void table(List<String> head, List<List<String>> rows) {
        StringBuilder table = new StringBuilder(row(head));
        table.append("\n|").append("---|".repeat(head.size()));
        rows.forEach(cells -> table.append('\n').append(row(cells)));
        blocks.add(table.toString());
    }

    /** A cell is one line, and a bar in it is no border. */
    private static String row(List<String> cells) {
        StringBuilder row = new StringBuilder("|");
        cells.forEach(cell -> row.append(' ')
                .append(cell.replace("|", "\\|").replaceAll("\\s+", " "))
                .append(" |"));
        return row.toString();
    }
}
