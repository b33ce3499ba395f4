package net.niner.status.incident;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import net.niner.status.incident.InvalidFollowUp.Fault;
import net.niner.status.incident.InvalidFollowUp.Problem;

/** What a promise must say. */
final class FollowUpRules {

    private FollowUpRules() {}

    static List<Problem> problems(FollowUpDraft draft, FollowUpState state) {
        List<Problem> problems = new ArrayList<>();
        demand("text", draft.text(), FollowUp.TEXT_LENGTH, Fault.TEXT_MISSING, problems);
        demand("owner", draft.owner(), FollowUp.OWNER_LENGTH, Fault.OWNER_MISSING, problems);
        if (state == FollowUpState.ONGOING && draft.due() != null) {
            problems.add(new Problem("due", Fault.ONGOING_HAS_NO_DATE));
        }
        return problems;
    }

    private static void demand(String field, String text, int length, Fault missing, List<Problem> problems) {
        if (text.isEmpty()) {
            problems.add(new Problem(field, missing));
        } else if (text.length() > length) {
            problems.add(new Problem(field, Fault.TOO_LONG));
        }
    }

    /** True for an address that a reader can follow, and for none. */
    static boolean isLink(String text) {
        if (text.isEmpty()) {
            return true;
        }
        try {
            URI address = new URI(text);
            return text.length() <= FollowUp.LINK_LENGTH
                    && ("https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme()))
                    && address.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
