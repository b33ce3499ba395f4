package net.niner.status.web.maintenance;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import net.niner.status.maintenance.MaintenanceWindow;
import net.niner.status.maintenance.MaintenanceWindows;
import net.niner.status.platform.Page;
import net.niner.status.web.platform.Address;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.faces.Missing;

/** The page at {@code /maintenance}: what runs, what is planned, and, a page at a time, what is over. */
@Named
@RequestScoped
public class PlannedWork {

    static final int MOST = 20;

    @EJB
    private MaintenanceWindows windows;

    @Inject
    private Address address;

    @Inject
    private Visitor visitor;

    @Inject
    private Clock clock;

    private Instant now;
    private int page;
    private Page<MaintenanceWindow> past;
    private List<WindowLine> running;
    private List<WindowLine> planned;

    @PostConstruct
    void look() {
        now = clock.instant();
        page = address.page();
        past = windows.past((page - 1) * MOST, MOST);
    }

    /** For a page that there is not. */
    public void check() {
        if (page > getPages()) {
            Missing.answer();
        }
    }

    public List<WindowLine> getRunning() {
        if (running == null) {
            running = lines(windows.active());
        }
        return running;
    }

    public List<WindowLine> getPlanned() {
        if (planned == null) {
            planned = lines(windows.upcoming());
        }
        return planned;
    }

    public List<WindowLine> getPast() {
        return lines(past.rows());
    }

    private List<WindowLine> lines(List<MaintenanceWindow> some) {
        return some.stream().map(window -> WindowLine.of(window, now, visitor)).toList();
    }

    public int getPage() {
        return page;
    }

    public int getPages() {
        return Math.max(1, (past.total() + MOST - 1) / MOST);
    }
}
