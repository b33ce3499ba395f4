package net.niner.status.web.maintenance;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.niner.status.maintenance.InvalidMaintenance;
import net.niner.status.maintenance.MaintenanceChanges;
import net.niner.status.maintenance.MaintenanceDraft;
import net.niner.status.maintenance.MaintenanceNews;
import net.niner.status.maintenance.MaintenanceState;
import net.niner.status.maintenance.MaintenanceUpdate;
import net.niner.status.maintenance.MaintenanceWindow;
import net.niner.status.maintenance.MaintenanceWindows;
import net.niner.status.maintenance.Overlap;
import net.niner.status.platform.ChangedMeanwhile;
import net.niner.status.post.InvalidPost;
import net.niner.status.post.PostFormat;
import net.niner.status.post.Title;
import net.niner.status.server.Server;
import net.niner.status.server.Servers;
import net.niner.status.web.account.Me;
import net.niner.status.web.platform.Feedback;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.faces.FieldTime;
import net.niner.status.web.platform.faces.Missing;
import net.niner.status.web.post.Bodies;
import org.omnifaces.util.Faces;

/** One window: planned, changed, started, ended, extended, cancelled. Without a number in the address it is a new one. */
@Named
@ViewScoped
public class MaintenanceWindowPage implements Serializable {

    private static final long serialVersionUID = 1;
    private static final int BELOW_UPDATE = 4;
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final Duration USUAL = Duration.ofHours(2);

    @Inject
    private transient MaintenanceWindows windows;

    @Inject
    private transient MaintenanceChanges changes;

    @Inject
    private transient Servers servers;

    @Inject
    private transient Clock clock;

    @Inject
    private Me me;

    @Inject
    private Bodies bodies;

    @Inject
    private Visitor visitor;

    private Long id;
    private transient MaintenanceWindow window;
    private int version;
    private MaintenanceState state = MaintenanceState.PLANNED;
    private String title;
    private List<String> codes = new ArrayList<>();
    private String from;
    private String until;
    private boolean startsItself = true;
    private boolean endsItself = true;
    private String newsTitle;
    private String news;
    private String reason;
    private String preview;
    private final Map<String, String> errors = new HashMap<>();

    @PostConstruct
    void open() {
        String asked = Faces.getRequestParameter("id");
        Optional<MaintenanceWindow> found =
                asked != null && asked.matches("\\d{1,9}") ? windows.find(Long.parseLong(asked)) : Optional.empty();
        if (found.isPresent()) {
            show(found.get());
        } else if (asked != null) {
            Missing.answer();
        } else if (!me.may("MAINTENANCE")) {
            Missing.refuse();
        } else {
            Instant begin = clock.instant().plus(AHEAD).truncatedTo(ChronoUnit.HOURS);
            from = FieldTime.of(begin);
            until = FieldTime.of(begin.plus(USUAL));
            String server = Faces.getRequestParameter("server");
            if (server != null && servers.codes().contains(server)) {
                codes.add(server);
            }
        }
    }

    private void show(MaintenanceWindow found) {
        window = found;
        id = found.id();
        version = found.version();
        state = found.state();
        title = found.title();
        codes = new ArrayList<>(found.codes());
        from = FieldTime.of(found.plannedFrom());
        until = FieldTime.of(found.plannedUntil());
        startsItself = found.startsItself();
        endsItself = found.endsItself();
        reason = found.cancelReason().orElse(null);
        newsTitle = null;
        news = null;
        preview = null;
    }

    /** Plans it, or saves what was changed; the post goes out along with it. */
    public void save() throws IOException {
        attempt(() -> {
            MaintenanceDraft draft = draft();
            if (id == null) {
                id = changes.plan(draft, told());
            } else {
                changes.change(id, version, draft, told());
            }
            Feedback.say("maintenance.saved", title);
            FacesContext.getCurrentInstance().getExternalContext().redirect("/admin/maintenance");
        });
    }

    public void start() throws IOException {
        act("maintenance.started", () -> changes.start(id, version, told()));
    }

    public void verify() throws IOException {
        act("maintenance.verifying", () -> changes.verify(id, version, told()));
    }

    public void complete() throws IOException {
        act("maintenance.completed", () -> changes.complete(id, version, told()));
    }

    /** @param minutes by how many it takes longer */
    public void extend(int minutes) throws IOException {
        act("maintenance.extended", () -> changes.extend(id, version, Duration.ofMinutes(minutes), told()));
    }

    public void cancel() throws IOException {
        act("maintenance.cancelled", () -> changes.cancel(id, version, reason, told()));
    }

    public void tell() throws IOException {
        if (told().isNone()) {
            errors.put("news", visitor.text("maintenance.fault.news"));
            Feedback.complain("maintenance.wrong");
            return;
        }
        act("maintenance.told", () -> changes.tell(id, told()));
    }

    private void act(String word, Deed deed) throws IOException {
        attempt(() -> {
            deed.run();
            show(windows.find(id).orElseThrow());
            Feedback.say(word, title);
        });
    }

    @FunctionalInterface
    private interface Deed {
        void run() throws IOException;
    }

    private void attempt(Deed deed) throws IOException {
        errors.clear();
        window = null;
        try {
            deed.run();
        } catch (InvalidMaintenance invalid) {
            invalid.problems()
                    .forEach(problem -> errors.merge(
                            problem.field(),
                            visitor.textFor("maintenance.fault", problem.fault()),
                            (one, other) -> one + " " + other));
            if (errors.containsKey("state")) {
                Feedback.complain("maintenance.fault.STATE");
            } else {
                Feedback.complain("maintenance.wrong");
            }
        } catch (InvalidPost invalid) {
            errors.put("news", visitor.text("maintenance.fault.post"));
            Feedback.complain("maintenance.wrong");
        } catch (ChangedMeanwhile meanwhile) {
            version = window().version();
            Feedback.complain("maintenance.clash", meanwhile.by() == null ? "?" : meanwhile.by());
        }
    }

    private MaintenanceDraft draft() {
        return new MaintenanceDraft(
                title,
                chosen(),
                FieldTime.read(from).orElse(null),
                FieldTime.read(until).orElse(null),
                startsItself,
                endsItself);
    }

    private Set<String> chosen() {
        return new LinkedHashSet<>(codes);
    }

    private MaintenanceNews told() {
        return new MaintenanceNews(newsTitle, news);
    }

    /** Renders the post as it will be published. */
    public void look() {
        preview =
                bodies.forPage(PostFormat.MARKDOWN.preview(news, visitor.text("maintenance.fault.post")), BELOW_UPDATE);
    }

    public String getPreview() {
        return preview;
    }

    /** As it will stand above the post. */
    public String getPreviewTitle() {
        List<String> ordered = servers.codes().stream().filter(codes::contains).toList();
        String words = newsTitle == null || newsTitle.isBlank() ? title : newsTitle.strip();
        return Title.of(ordered, words == null ? "" : words);
    }

    /** Windows at the same time on the same servers, or on some that depend on each other. */
    public List<Overlap> getOverlaps() {
        return state.isOver()
                ? List.of()
                : windows.overlaps(
                        codes,
                        FieldTime.read(from).orElse(null),
                        FieldTime.read(until).orElse(null),
                        id);
    }

    public WindowLine getLine() {
        return WindowLine.of(window(), clock.instant(), visitor);
    }

    /** As it was when the page was asked for, or after what was done last. */
    private MaintenanceWindow window() {
        if (window == null) {
            window = windows.find(id).orElseThrow();
        }
        return window;
    }

    public List<MaintenanceUpdate> getUpdates() {
        return id == null ? List.of() : window().updates();
    }

    /** All in service today, and those that were chosen before. */
    public List<Server> getServers() {
        return servers.all().stream()
                .filter(server -> server.retiredOn().isEmpty() || codes.contains(server.code()))
                .toList();
    }

    public boolean isKnown() {
        return id != null;
    }

    public boolean isMayChange() {
        return me.may("MAINTENANCE");
    }

    public boolean isOver() {
        return state.isOver();
    }

    public boolean isPlanned() {
        return state == MaintenanceState.PLANNED;
    }

    public boolean isRunning() {
        return state == MaintenanceState.IN_PROGRESS;
    }

    public boolean isActive() {
        return state.isActive();
    }

    public Long getId() {
        return id;
    }

    public int getVersion() {
        return version;
    }

    public MaintenanceState getState() {
        return state;
    }

    public Map<String, String> getErrors() {
        return errors;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public List<String> getCodes() {
        return codes;
    }

    public void setCodes(List<String> codes) {
        this.codes = codes == null ? new ArrayList<>() : new ArrayList<>(codes);
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }

    public boolean isStartsItself() {
        return startsItself;
    }

    public void setStartsItself(boolean startsItself) {
        this.startsItself = startsItself;
    }

    public boolean isEndsItself() {
        return endsItself;
    }

    public void setEndsItself(boolean endsItself) {
        this.endsItself = endsItself;
    }

    public String getNewsTitle() {
        return newsTitle;
    }

    public void setNewsTitle(String newsTitle) {
        this.newsTitle = newsTitle;
    }

    public String getNews() {
        return news;
    }

    public void setNews(String news) {
        this.news = news;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
