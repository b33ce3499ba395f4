package net.niner.status.web.maintenance;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Status;
import biweekly.property.Transparency;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import net.niner.status.maintenance.MaintenanceState;
import net.niner.status.maintenance.MaintenanceWindow;
import net.niner.status.post.Title;

/**
 * Windows as an iCalendar file (RFC 5545): a window keeps its UID for ever, its SEQUENCE goes up with every change, and a cancelled one stays in it and says so, so that
 * programs take it out of what they showed before. Pure: the same windows make the same file.
 */
final class MaintenanceCalendar {

    private static final String PRODUCT = "-//niner//status//EN";
    private static final Duration REFRESH = Duration.ofHours(1);

    private MaintenanceCalendar() {}

    /** @param root the site's own address, without a slash at its end */
    static byte[] of(List<MaintenanceWindow> windows, String name, String root) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setName(name);
        calendar.setRefreshInterval(new biweekly.util.Duration.Builder()
                .hours((int) REFRESH.toHours())
                .build());
        windows.forEach(window -> calendar.addEvent(event(window, root)));
        return Biweekly.write(calendar).go().getBytes(StandardCharsets.UTF_8);
    }

    private static VEvent event(MaintenanceWindow window, String root) {
        VEvent event = new VEvent();
        event.setUid(window.uid());
        event.setSequence(window.version());
        event.setDateTimeStamp(Date.from(window.changedAt()));
        event.setLastModified(Date.from(window.changedAt()));
        event.setCreated(Date.from(window.createdAt()));
        event.setDateStart(Date.from(window.from()));
        event.setDateEnd(Date.from(window.until()));
        event.setSummary(Title.of(window.codes(), window.title()));
        window.cancelReason().ifPresent(event::setDescription);
        event.setUrl(root + "/maintenance/" + window.id());
        event.setStatus(window.state() == MaintenanceState.CANCELLED ? Status.cancelled() : Status.confirmed());
        event.setTransparency(Transparency.transparent());
        event.addCategories("Maintenance");
        return event;
    }
}
