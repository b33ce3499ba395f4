package net.niner.status.web.incident;

import java.time.LocalDate;
import net.niner.status.incident.FollowUp;
import net.niner.status.incident.FollowUpState;

/**
 * A follow-up for programs.
 *
 * @param due null for no goal date
 * @param check the id of the check that proves it, null for none
 * @param version as its ETag has it
 */
public record FollowUpForm(
        long id,
        String text,
        String owner,
        FollowUpState state,
        LocalDate due,
        boolean overdue,
        String reason,
        String link,
        Long check,
        boolean isPublic,
        String changedBy,
        int version) {

    static FollowUpForm of(FollowUp followUp, LocalDate today) {
        return new FollowUpForm(
                followUp.id(),
                followUp.text(),
                followUp.owner(),
                followUp.state(),
                followUp.due().orElse(null),
                followUp.isOverdue(today),
                followUp.reason().orElse(null),
                followUp.link().orElse(null),
                followUp.checkId().orElse(null),
                followUp.isPublic(),
                followUp.changedBy(),
                followUp.version());
    }
}
