package net.niner.status.web.incident;

import java.io.Serializable;
import java.time.LocalDate;
import net.niner.status.incident.FollowUp;
import net.niner.status.incident.FollowUpState;
import net.niner.status.incident.Lesson;
import net.niner.status.incident.PostMortem;
import net.niner.status.incident.Standing;

/**
 * A follow-up as the back office shows it.
 *
 * @param due in the reader's words
 * @param postMortem its number, null for none
 * @param about the title of the post-mortem, empty for none
 * @param version as it is shown
 */
public record FollowUpRow(
        long id,
        String text,
        String owner,
        String due,
        boolean dated,
        FollowUpState state,
        Standing standing,
        String reason,
        boolean proven,
        boolean open,
        Long postMortem,
        String about,
        int version)
        implements Serializable {

    static FollowUpRow of(FollowUp followUp, LocalDate today, Days days) {
        PostMortem from = followUp.lesson().map(Lesson::postMortem).orElse(null);
        return new FollowUpRow(
                followUp.id(),
                followUp.text(),
                followUp.owner(),
                days.due(followUp.due().orElse(null)),
                followUp.due().isPresent(),
                followUp.state(),
                followUp.standing(today),
                followUp.reason().orElse(""),
                followUp.link().isPresent() || followUp.checkId().isPresent(),
                followUp.isPublic(),
                from == null ? null : from.id(),
                from == null ? "" : from.title(),
                followUp.version());
    }
}
