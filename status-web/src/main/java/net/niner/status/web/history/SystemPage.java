package net.niner.status.web.history;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import net.niner.status.board.Agreement;
import net.niner.status.board.Glance.Line;
import net.niner.status.board.ServerBoard;
import net.niner.status.board.ServerSheet;
import net.niner.status.board.ServerSheet.Latencies;
import net.niner.status.history.DayBar;
import net.niner.status.history.LatencyPoint;
import net.niner.status.history.Uptime;
import net.niner.status.incident.Incident;
import net.niner.status.incident.PublishedIncidents;
import net.niner.status.maintenance.MaintenanceWindow;
import net.niner.status.maintenance.MaintenanceWindows;
import net.niner.status.post.Post;
import net.niner.status.post.PublishedPosts;
import net.niner.status.probe.Outcome;
import net.niner.status.server.DeclaredStatus;
import net.niner.status.server.Server;
import net.niner.status.server.Visibility;
import net.niner.status.web.platform.Address;
import net.niner.status.web.platform.Assets;
import net.niner.status.web.platform.Moment;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.Words;
import net.niner.status.web.platform.faces.Missing;

/** The page at {@code /systems/NC036}. */
@Named
@RequestScoped
public class SystemPage {

    private static final int DECIMALS = 3;
    private static final int MOST = 8;
    private static final List<DeclaredStatus> IMPAIRED =
            List.of(DeclaredStatus.MAJOR_OUTAGE, DeclaredStatus.PARTIAL_OUTAGE, DeclaredStatus.DEGRADED);

    /** Both shares of one window, in words. */
    public record ShareLine(String window, String reachable, String available, String note) {}

    /**
     * A day as a bar, and in words.
     *
     * @param declared null where nothing can be said
     */
    public record BarLine(String day, Outcome observed, DeclaredStatus declared, boolean disagrees, String words) {}

    /** The latencies of a check, drawn and in words. */
    public record ChartLine(String check, String day, String dayWords, String quarter, String quarterWords) {}

    @EJB
    private ServerBoard board;

    @EJB
    private PublishedIncidents incidents;

    @EJB
    private MaintenanceWindows windows;

    @EJB
    private PublishedPosts posts;

    @Inject
    private Address address;

    @Inject
    private Visitor visitor;

    @Inject
    private Assets assets;

    private ServerSheet sheet;
    private List<Incident> troubles;
    private List<MaintenanceWindow> works;
    private List<Post> told;

    @PostConstruct
    void look() {
        sheet = address.part("code").flatMap(board::sheet).orElse(null);
    }

    /** For a server that there never was. */
    public void check() {
        if (sheet == null) {
            Missing.answer();
        }
    }

    public Server getServer() {
        return sheet.server();
    }

    public String getCode() {
        return sheet.server().code();
    }

    public String getFlag() {
        return assets.flag(sheet.server().location().country());
    }

    public String getPlace() {
        String country = new Locale("", sheet.server().location().country())
                .getDisplayCountry(visitor.words().locale());
        return visitor.format("place", sheet.server().location().city(), country);
    }

    /** Null if it is not in service. */
    public Line getLine() {
        return sheet.line();
    }

    public boolean isInternal() {
        return sheet.server().visibility() == Visibility.INTERNAL;
    }

    /** The day, empty while it is not. */
    public String getRetired() {
        return sheet.server().retiredOn().map(day()::format).orElse("");
    }

    private DateTimeFormatter day() {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", visitor.words().locale());
    }

    /** The path of the feed of its posts; others stand below. */
    public String getFeed() {
        return "/systems/" + getCode() + "/feed";
    }

    public boolean isDisagreeing() {
        return sheet.line() != null && Agreement.of(sheet.line()) != Agreement.AGREED;
    }

    public Moment getSince() {
        return sheet.line() == null || sheet.line().observed().since() == null
                ? null
                : visitor.moment(sheet.line().observed().since());
    }

    public Moment getFirst() {
        return sheet.first() == null ? null : visitor.moment(sheet.first());
    }

    public List<ShareLine> getShares() {
        Words words = visitor.words();
        return sheet.shares().stream()
                .map(share -> new ShareLine(
                        words.of("history.window", share.days()),
                        percent(share.reachable()),
                        percent(share.available().uptime()),
                        share.available().degraded().isZero()
                                ? ""
                                : words.of(
                                        "history.degraded",
                                        length(share.available().degraded()))))
                .toList();
    }

    private String percent(Uptime uptime) {
        if (!uptime.isKnown()) {
            return visitor.text("history.unknown");
        }
        BigDecimal percent = uptime.percent(DECIMALS);
        NumberFormat format = NumberFormat.getNumberInstance(visitor.words().locale());
        format.setMaximumFractionDigits(DECIMALS);
        format.setRoundingMode(RoundingMode.DOWN);
        return visitor.format("history.percent", format.format(percent));
    }

    public List<BarLine> getBars() {
        DateTimeFormatter day = day();
        return sheet.bars().stream()
                .map(bar -> new BarLine(
                        day.format(bar.day()),
                        bar.observed(),
                        isSpokenOf(bar) ? bar.declared() : null,
                        bar.disagrees(),
                        words(bar)))
                .toList();
    }

    private String words(DayBar bar) {
        Words words = visitor.words();
        List<String> says = new ArrayList<>();
        switch (bar.observed()) {
            case DOWN -> says.add(words.of("history.day.down", length(bar.down())));
            case UNKNOWN -> says.add(words.of("history.day.unknown"));
            default -> says.add(words.of("history.day.up"));
        }
        if (!isInternal()) {
            IMPAIRED.stream()
                    .filter(bar.declaredFor()::containsKey)
                    .forEach(status -> says.add(words.of(
                            "history.day.declared",
                            words.of("status", status),
                            length(bar.declaredFor().get(status)))));
            if (isSpokenOf(bar) && bar.declaredFor().keySet().stream().noneMatch(IMPAIRED::contains)) {
                says.add(words.of("history.day.operational"));
            }
        }
        if (bar.declaredFor().containsKey(DeclaredStatus.MAINTENANCE)) {
            says.add(
                    words.of("history.day.maintenance", length(bar.declaredFor().get(DeclaredStatus.MAINTENANCE))));
        }
        if (bar.disagrees() && !isInternal()) {
            says.add(words.of("history.day.disagrees"));
        }
        return String.join(" ", says);
    }

    /** Before anybody watched it, that nothing was declared says nothing. */
    private boolean isSpokenOf(DayBar bar) {
        LocalDate since = sheet.server()
                .inServiceFrom()
                .orElseGet(() ->
                        sheet.first() == null ? LocalDate.MAX : LocalDate.ofInstant(sheet.first(), ZoneOffset.UTC));
        return bar.declared() != DeclaredStatus.OPERATIONAL || !bar.day().isBefore(since);
    }

    private String length(Duration length) {
        return visitor.format("history.length", length.toHours(), length.toMinutesPart(), length.toSecondsPart());
    }

    public List<ChartLine> getCharts() {
        Instant now = sheet.asOf();
        return sheet.latencies().stream().map(one -> chart(one, now)).toList();
    }

    private ChartLine chart(Latencies one, Instant now) {
        String day = summary(one.past().halfHours());
        String quarter = summary(one.past().days());
        return new ChartLine(
                one.check(),
                LatencySvg.of(one.past().halfHours(), now.minus(Duration.ofDays(1)), now, attribute(day)),
                day,
                LatencySvg.of(one.past().days(), now.minus(Duration.ofDays(ServerBoard.DAYS)), now, attribute(quarter)),
                quarter);
    }

    private String summary(List<LatencyPoint> points) {
        List<Integer> medians = points.stream()
                .map(LatencyPoint::median)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        if (medians.isEmpty()) {
            return visitor.text("history.latency.none");
        }
        return visitor.format(
                "history.latency.summary",
                millis(points.stream()
                        .map(LatencyPoint::least)
                        .filter(Objects::nonNull)
                        .min(Integer::compare)
                        .orElseThrow()),
                millis(medians.get(medians.size() / 2)),
                millis(points.stream()
                        .map(LatencyPoint::p95)
                        .filter(Objects::nonNull)
                        .max(Integer::compare)
                        .orElseThrow()));
    }

    private static double millis(int micros) {
        return micros / 1_000.0;
    }

    private static String attribute(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }

    public List<Incident> getIncidents() {
        if (troubles == null) {
            troubles = incidents.of(getCode(), MOST);
        }
        return troubles;
    }

    public List<MaintenanceWindow> getMaintenance() {
        if (works == null) {
            works = windows.of(sheet.server().id(), MOST);
        }
        return works;
    }

    public List<Post> getPosts() {
        if (told == null) {
            told = posts.about(getCode(), 0, MOST).rows();
        }
        return told;
    }

    public Moment moment(Instant at) {
        return visitor.moment(at);
    }
}
