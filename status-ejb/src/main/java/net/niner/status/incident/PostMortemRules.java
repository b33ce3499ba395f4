package net.niner.status.incident;

import java.util.ArrayList;
import java.util.List;
import net.niner.status.incident.InvalidPostMortem.Fault;
import net.niner.status.incident.InvalidPostMortem.Problem;
import net.niner.status.incident.PostMortemDraft.LessonDraft;

/** What a post-mortem must say: little as a draft, more before visitors read it. */
final class PostMortemRules {

    private PostMortemRules() {}

    /** Of any draft. */
    static List<Problem> problems(PostMortemDraft draft) {
        List<Problem> problems = new ArrayList<>();
        if (draft.title().isEmpty()) {
            problems.add(new Problem("title", 0, Fault.TITLE_MISSING));
        }
        length("title", 0, draft.title(), PostMortem.TITLE_LENGTH, problems);
        part("summary", draft.summary(), problems);
        part("noticed", draft.noticed(), problems);
        part("trigger", draft.trigger(), problems);
        part("detected", draft.detected(), problems);
        part("fixed", draft.fixed(), problems);
        part("wentWell", draft.wentWell(), problems);
        part("wentBadly", draft.wentBadly(), problems);
        causes(draft.causes(), problems);
        timeline(draft.timeline(), problems);
        lessons(draft.lessons(), problems);
        return problems;
    }

    /** Of what is to be published. */
    static List<Problem> problemsOfPublishing(PostMortemDraft draft) {
        List<Problem> problems = problems(draft);
        if (draft.summary().isEmpty()) {
            problems.add(new Problem("summary", 0, Fault.SUMMARY_MISSING));
        }
        if (draft.causes().isEmpty()) {
            problems.add(new Problem("causes", 0, Fault.CAUSE_MISSING));
        }
        return problems;
    }

    private static void causes(List<String> causes, List<Problem> problems) {
        for (int i = 0; i < causes.size(); i++) {
            if (HumanError.isAllThereIs(causes.get(i))) {
                problems.add(new Problem("causes", i, Fault.HUMAN_ERROR));
            }
            length("causes", i, causes.get(i), PostMortem.CAUSE_LENGTH, problems);
        }
    }

    private static void timeline(List<TimelineRow> timeline, List<Problem> problems) {
        for (int i = 0; i < timeline.size(); i++) {
            if (timeline.get(i).text().isEmpty()) {
                problems.add(new Problem("timeline", i, Fault.MOMENT_EMPTY));
            }
            length("timeline", i, timeline.get(i).text(), TimelineRow.TEXT_LENGTH, problems);
        }
    }

    private static void lessons(List<LessonDraft> lessons, List<Problem> problems) {
        for (int i = 0; i < lessons.size(); i++) {
            if (lessons.get(i).text().isEmpty()) {
                problems.add(new Problem("lessons", i, Fault.LESSON_EMPTY));
            }
            length("lessons", i, lessons.get(i).text(), Lesson.TEXT_LENGTH, problems);
        }
    }

    private static void part(String field, String text, List<Problem> problems) {
        length(field, 0, text, PostMortem.PART_LENGTH, problems);
    }

    private static void length(String field, int index, String text, int most, List<Problem> problems) {
        if (text.length() > most) {
            problems.add(new Problem(field, index, Fault.TOO_LONG));
        }
    }
}
