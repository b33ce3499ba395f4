package net.niner.status.incident;

import java.time.LocalDate;

/**
 * A promise as somebody wrote it.
 *
 * @param text what will be done
 * @param owner who sees to it: a name or a role, as the ledger shows it
 * @param due by when, null for no goal date
 * @param isPublic whether the ledger shows it
 */
public record FollowUpDraft(String text, String owner, LocalDate due, boolean isPublic) {

    public FollowUpDraft {
        text = text == null ? "" : text.strip();
        owner = owner == null ? "" : owner.strip();
    }
}
