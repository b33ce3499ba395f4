package net.niner.status.web.desk;

import java.time.Instant;
import net.niner.status.web.desk.DeskItem.Urgency;
import net.niner.status.web.platform.Moment;
import net.niner.status.web.platform.Visitor;

/** An item as the page shows it. */
public final class DeskEntry {

    private final DeskItem item;
    private final Visitor visitor;
    private final Instant now;

    DeskEntry(DeskItem item, Visitor visitor, Instant now) {
        this.item = item;
        this.visitor = visitor;
        this.now = now;
    }

    public Urgency getUrgency() {
        return item.urgency();
    }

    public boolean isNow() {
        return item.urgency() == Urgency.NOW;
    }

    public String getText() {
        return item.text();
    }

    public String getDetail() {
        return item.detail();
    }

    /** Tells this item from others when the page refreshes itself. */
    public String getKey() {
        return item.address() + " " + item.text();
    }

    /** Null where it says nothing. */
    public Moment getSince() {
        return item.since() == null ? null : visitor.moment(item.since());
    }

    /** {@code 01:12 UTC}, or with the day in front if that is another one. */
    public String getSinceText() {
        Moment since = getSince();
        return since.isOn(now)
                ? visitor.words().of("since.today", since.timeOfDay())
                : visitor.words().of("since.day", since.day(), since.timeOfDay());
    }

    public boolean isActionable() {
        return !item.address().isEmpty();
    }

    public String getAction() {
        return item.action();
    }

    public String getAddress() {
        return item.address();
    }
}
