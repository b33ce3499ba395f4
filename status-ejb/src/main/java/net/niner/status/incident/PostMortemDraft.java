package net.niner.status.incident;

import java.util.List;
import java.util.Objects;

/**
 * A post-mortem as somebody wrote it; texts are Markdown. Blank causes and lessons are left out.
 *
 * @param title without the servers' codes in front
 * @param noticed what clients noticed
 * @param trigger what set it off
 * @param detected how it was noticed
 */
public record PostMortemDraft(
        String title,
        String summary,
        String noticed,
        List<String> causes,
        String trigger,
        String detected,
        String fixed,
        String wentWell,
        String wentBadly,
        List<TimelineRow> timeline,
        List<LessonDraft> lessons) {

    /**
     * One lesson.
     *
     * @param id null for a new one
     * @param promises follow-ups to add to it
     */
    public record LessonDraft(Long id, String text, List<FollowUpDraft> promises) {

        public LessonDraft {
            text = stripped(text);
            promises = List.copyOf(promises);
        }

        boolean isEmpty() {
            return id == null && text.isEmpty() && promises.isEmpty();
        }
    }

    public PostMortemDraft {
        title = stripped(title);
        summary = stripped(summary);
        noticed = stripped(noticed);
        causes = causes.stream()
                .map(PostMortemDraft::stripped)
                .filter(cause -> !cause.isEmpty())
                .toList();
        trigger = stripped(trigger);
        detected = stripped(detected);
        fixed = stripped(fixed);
        wentWell = stripped(wentWell);
        wentBadly = stripped(wentBadly);
        timeline = List.copyOf(timeline);
        lessons = lessons.stream()
                .filter(Objects::nonNull)
                .filter(lesson -> !lesson.isEmpty())
                .toList();
    }

    private static String stripped(String text) {
        return text == null ? "" : text.strip().replace("\r\n", "\n");
    }
}
