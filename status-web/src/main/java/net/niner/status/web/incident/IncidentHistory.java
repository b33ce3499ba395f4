package net.niner.status.web.incident;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import net.niner.status.incident.Incident;
import net.niner.status.incident.PublishedIncidents;
import net.niner.status.server.DeclaredStatus;
import net.niner.status.web.platform.Address;
import net.niner.status.web.platform.Moment;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.Words;
import net.niner.status.web.platform.faces.Missing;

/** All incidents by the months (UTC) in which they began, a few months a page; a quiet month says so. */
@Named
@RequestScoped
public class IncidentHistory {

    private static final int MONTHS = 3;

    private static final int EXCERPT_LENGTH = 220;

    @Inject
    private Address address;

    @EJB
    private PublishedIncidents incidents;

    @Inject
    private Visitor visitor;

    @Inject
    private Clock clock;

    private List<Month> months = List.of();
    private int last;

    /** @param id of its heading: {@code m2026-03} */
    public record Month(String id, String name, List<Entry> incidents) {}

    /** @param latest the beginning of the latest update that can be read */
    public record Entry(
            String path,
            String title,
            DeclaredStatus worst,
            String state,
            boolean open,
            Moment began,
            String length,
            String latest) {}

    @PostConstruct
    void read() {
        Instant now = clock.instant();
        YearMonth current = month(now);
        YearMonth first = incidents.earliest().map(IncidentHistory::month).orElse(current);
        last = (int) Math.max(0, first.until(current, ChronoUnit.MONTHS)) / MONTHS + 1;
        if (address.page() > last) {
            Missing.answer();
            return;
        }
        YearMonth latest = current.minusMonths((long) (address.page() - 1) * MONTHS);
        YearMonth earliest = latest.minusMonths(MONTHS - 1L);
        List<Incident> all = incidents.beganIn(start(earliest), start(latest.plusMonths(1)));
        months = new ArrayList<>();
        for (YearMonth month = latest; !month.isBefore(earliest); month = month.minusMonths(1)) {
            YearMonth each = month;
            months.add(new Month(
                    "m" + month,
                    Words.capital(DateTimeFormatter.ofPattern(
                                    "LLLL yyyy", visitor.getLanguage().locale())
                            .format(month)),
                    all.stream()
                            .filter(incident -> month(incident.began()).equals(each))
                            .map(incident -> entry(incident, now))
                            .toList()));
        }
    }

    private Entry entry(Incident incident, Instant now) {
        return new Entry(
                "/incidents/" + incident.id(),
                incident.title(),
                incident.worst().declared(),
                visitor.textFor("incident.state", incident.state()),
                !incident.isResolved(),
                visitor.moment(incident.began()),
                Spent.text(
                        visitor.words(), incident.began(), incident.resolved().orElse(now)),
                incident.latestReadable()
                        .map(update -> update.post().excerpt(EXCERPT_LENGTH))
                        .orElse(""));
    }

    private static YearMonth month(Instant at) {
        return YearMonth.from(at.atOffset(ZoneOffset.UTC));
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    public List<Month> getMonths() {
        return months;
    }

    public int getPage() {
        return address.page();
    }

    /** Empty on the first page. */
    public String getNewer() {
        return address.page() == 1 ? "" : address.page() == 2 ? "/history" : "/history/page/" + (address.page() - 1);
    }

    /** Empty on the last page. */
    public String getOlder() {
        return address.page() >= last ? "" : "/history/page/" + (address.page() + 1);
    }
}
