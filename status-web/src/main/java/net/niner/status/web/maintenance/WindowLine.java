package net.niner.status.web.maintenance;

import java.time.Duration;
import java.time.Instant;
import net.niner.status.maintenance.MaintenanceState;
import net.niner.status.maintenance.MaintenanceWindow;
import net.niner.status.web.platform.Moment;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.Words;

/**
 * A window as pages print it.
 *
 * @param codes of its servers, as a list for people
 * @param length how long it is planned to take, or took
 */
public record WindowLine(
        long id,
        int version,
        String title,
        String codes,
        MaintenanceState state,
        Moment from,
        Moment until,
        String length,
        boolean overdue,
        String reason) {

    static WindowLine of(MaintenanceWindow window, Instant now, Visitor visitor) {
        return new WindowLine(
                window.id(),
                window.version(),
                window.title(),
                String.join(", ", window.codes()),
                window.state(),
                visitor.moment(window.from()),
                visitor.moment(window.until()),
                length(Duration.between(window.from(), window.until()), visitor.words()),
                window.isOverdue(now),
                window.cancelReason().orElse(""));
    }

    static String length(Duration length, Words words) {
        return words.of("maintenance.length", length.toDays(), length.toHoursPart(), length.toMinutesPart());
    }

    /** One day only, so that it need not be said twice. */
    public boolean isOfOneDay() {
        return from.isOn(until.at());
    }

    public boolean isPlanned() {
        return state == MaintenanceState.PLANNED;
    }

    public boolean isOpen() {
        return !state.isOver();
    }
}
