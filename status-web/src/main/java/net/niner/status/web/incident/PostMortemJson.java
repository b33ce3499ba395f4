package net.niner.status.web.incident;

import java.time.Instant;
import java.util.List;
import net.niner.status.incident.FollowUp;
import net.niner.status.incident.PostMortem;
import net.niner.status.incident.PostMortemState;
import net.niner.status.incident.TimelineRow;
import net.niner.status.incident.TimelineSource;
import net.niner.status.post.Post;

/**
 * A post-mortem for programs.
 *
 * @param incident that it is about, see {@code /api/v1/incidents}
 * @param post what it is published as, see {@code /api/v1/posts}; null before
 * @param path of that post, null before
 * @param version as its ETag has it
 */
public record PostMortemJson(
        long id,
        long incident,
        String title,
        PostMortemState state,
        String summary,
        String noticed,
        List<String> causes,
        String trigger,
        String detected,
        String fixed,
        String wentWell,
        String wentBadly,
        List<Moment> timeline,
        List<Lesson> lessons,
        Long post,
        String path,
        Instant createdAt,
        Instant changedAt,
        String changedBy,
        int version) {

    /** A line of the timeline. */
    public record Moment(Instant at, String text, TimelineSource source) {

        static Moment of(TimelineRow row) {
            return new Moment(row.at(), row.text(), row.source());
        }
    }

    /** @param followUps the ids of those that follow from it, see {@code /api/v1/follow-ups} */
    public record Lesson(long id, String text, List<Long> followUps) {

        static Lesson of(net.niner.status.incident.Lesson lesson, List<FollowUp> all) {
            return new Lesson(
                    lesson.id(),
                    lesson.text(),
                    all.stream()
                            .filter(each -> each.lesson().orElseThrow().id().equals(lesson.id()))
                            .map(FollowUp::id)
                            .toList());
        }
    }

    /** @param followUps those of its lessons */
    static PostMortemJson of(PostMortem postMortem, List<FollowUp> followUps) {
        return new PostMortemJson(
                postMortem.id(),
                postMortem.incidentId(),
                postMortem.title(),
                postMortem.state(),
                postMortem.summary(),
                postMortem.noticed(),
                postMortem.causes(),
                postMortem.trigger(),
                postMortem.detected(),
                postMortem.fixed(),
                postMortem.wentWell(),
                postMortem.wentBadly(),
                postMortem.timeline().stream().map(Moment::of).toList(),
                postMortem.lessons().stream()
                        .map(lesson -> Lesson.of(lesson, followUps))
                        .toList(),
                postMortem.post().map(Post::id).orElse(null),
                postMortem.post().flatMap(Post::path).orElse(null),
                postMortem.createdAt(),
                postMortem.changedAt(),
                postMortem.changedBy(),
                postMortem.version());
    }
}
