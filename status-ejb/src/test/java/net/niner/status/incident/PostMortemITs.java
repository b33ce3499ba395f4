package net.niner.status.incident;

import java.util.List;
import net.niner.status.incident.PostMortemDraft.LessonDraft;

/** Post-mortems to try things with. */
final class PostMortemITs {

    private PostMortemITs() {}

    static PostMortemDraft empty(String title) {
        return new PostMortemDraft(title, "", "", List.of(), "", "", "", "", "", List.of(), List.of());
    }

    static PostMortemDraft with(List<String> causes, List<LessonDraft> lessons) {
        return with(causes, List.of(), lessons);
    }

    static PostMortemDraft with(List<String> causes, List<TimelineRow> timeline, List<LessonDraft> lessons) {
        return new PostMortemDraft(
                "Post-mortem: Mail stood still",
                "Mail waited for three hours.",
                "Messages came late.",
                causes,
                "A log grew.",
                "A client called.",
                "We removed the log.",
                "Nothing was lost.",
                "Nobody watched the disk.",
                timeline,
                lessons);
    }
}
