package net.niner.status.web.billing;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.niner.status.notice.NoticeFilter;
import net.niner.status.notice.NoticeRow;
import net.niner.status.notice.NoticeState;
import net.niner.status.notice.NoticeView;
import net.niner.status.notice.Outbox;
import net.niner.status.notice.Recipient;

/** What was written about a run or to a client, with the exact text of the one that somebody reads. */
@Named
@ViewScoped
public class BillingNotices implements Serializable {

    private static final long serialVersionUID = 1;
    private static final int MOST = 50;

    /** As a person asks: what is to go out, what waits for somebody, what went out, what did not. */
    private static final List<NoticeState> COUNTED = List.of(
            NoticeState.QUEUED,
            NoticeState.HELD,
            NoticeState.SENT,
            NoticeState.UNKNOWN,
            NoticeState.FAILED,
            NoticeState.BOUNCED);

    @Inject
    private transient Outbox outbox;

    private Long reading;
    private transient NoticeView letter;
    private transient Map<String, List<NoticeRow>> found;

    /**
     * How many stand how.
     *
     * @param count at least one
     */
    public record Count(NoticeState state, int count) {}

    /** Latest first. */
    public List<NoticeRow> about(String subject) {
        return find(NoticeFilter.about(subject), subject);
    }

    /** Latest first. */
    public List<NoticeRow> to(long client) {
        return find(NoticeFilter.to(Recipient.client(client)), Recipient.client(client));
    }

    private List<NoticeRow> find(NoticeFilter filter, String key) {
        if (found == null) {
            found = new HashMap<>();
        }
        return found.computeIfAbsent(key, each -> outbox.find(filter, 0, MOST).rows());
    }

    public List<Count> counts(String subject) {
        List<Count> counts = new ArrayList<>();
        for (NoticeState state : COUNTED) {
            int count = outbox.count(new NoticeFilter(Set.of(state), null, null, subject, null, null, false));
            if (count > 0) {
                counts.add(new Count(state, count));
            }
        }
        return counts;
    }

    /** Shows its text, or hides it again. */
    public void read(long id) {
        reading = reading != null && reading == id ? null : Long.valueOf(id);
        letter = null;
    }

    public boolean isReading(long id) {
        return reading != null && reading == id;
    }

    /** The one that is read; null while none is. */
    public NoticeView getLetter() {
        if (letter == null && reading != null) {
            letter = outbox.notice(reading).orElse(null);
        }
        return letter;
    }
}
