package net.niner.status.maintenance;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.niner.status.account.Allowed;
import net.niner.status.account.Audit;
import net.niner.status.account.Caller;
import net.niner.status.account.Permission;
import net.niner.status.maintenance.InvalidMaintenance.Fault;
import net.niner.status.maintenance.InvalidMaintenance.Problem;
import net.niner.status.platform.ChangedMeanwhile;
import net.niner.status.post.Categories;
import net.niner.status.post.Post;
import net.niner.status.post.PostDraft;
import net.niner.status.post.PostFormat;
import net.niner.status.post.Publishing;
import net.niner.status.server.Server;

/** What people do about maintenance, each change in the audit trail. Every one of them can publish a post along with it. */
@Stateless
public class MaintenanceChanges {

    /** The shelf of the posts about maintenance. */
    public static final String CATEGORY = "maintenance";

    private static final Set<MaintenanceState> ACTIVE =
            EnumSet.of(MaintenanceState.IN_PROGRESS, MaintenanceState.VERIFYING);
    private static final Set<MaintenanceState> OPEN =
            EnumSet.of(MaintenanceState.PLANNED, MaintenanceState.IN_PROGRESS, MaintenanceState.VERIFYING);

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @Inject
    private Publishing publishing;

    @EJB
    private Categories categories;

    @Inject
    private Event<QuietEnded> quietEnded;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /**
     * Returns the number of the new window.
     *
     * @throws InvalidMaintenance if the draft cannot be used
     * @throws net.niner.status.post.InvalidPost if the news cannot
     */
    @Allowed(Permission.MAINTENANCE)
    public long plan(MaintenanceDraft draft, MaintenanceNews news) {
        Instant now = clock.instant();
        refuse(MaintenanceRules.problems(draft, codes(), now));
        MaintenanceWindow window =
                new MaintenanceWindow(draft.title(), servers(draft.servers()), draft.from(), draft.until(), now);
        window.goBy(draft.startsItself(), draft.endsItself());
        window.changed(Caller.required().name(), now);
        em.persist(window);
        publish(window, news, now);
        em.flush();
        audit.record("maintenance.plan", MaintenanceWords.subject(window), Map.of(), MaintenanceWords.of(window));
        return window.id();
    }

    /**
     * Describes it anew. Of a window on which work goes on, the planned beginning stays.
     *
     * @param version as the person saw it
     * @throws InvalidMaintenance if the draft cannot be used, or the window is over
     * @throws ChangedMeanwhile if somebody else changed it since
     */
    @Allowed(Permission.MAINTENANCE)
    public void change(long id, int version, MaintenanceDraft draft, MaintenanceNews news) {
        MaintenanceWindow window = seen(id, version);
        boolean planned = window.state() == MaintenanceState.PLANNED;
        MaintenanceDraft wanted = planned
                ? draft
                : new MaintenanceDraft(
                        draft.title(),
                        draft.servers(),
                        window.plannedFrom(),
                        draft.until(),
                        draft.startsItself(),
                        draft.endsItself());
        refuse(MaintenanceRules.problems(wanted, codes(), clock.instant()));
        act(window, "maintenance.change", OPEN, news, () -> {
            window.describe(wanted.title(), servers(wanted.servers()));
            window.moveTo(wanted.from(), wanted.until());
            window.goBy(wanted.startsItself(), wanted.endsItself());
        });
    }

    /**
     * Only its times, as {@link #change}.
     *
     * @throws InvalidMaintenance if it is over, or the times cannot be used
     */
    @Allowed(Permission.MAINTENANCE)
    public void move(long id, int version, Instant from, Instant until, MaintenanceNews news) {
        MaintenanceWindow window = seen(id, version);
        Instant begin = window.state() == MaintenanceState.PLANNED ? from : window.plannedFrom();
        refuse(MaintenanceRules.times(begin, until, clock.instant()));
        act(window, "maintenance.move", OPEN, news, () -> window.moveTo(begin, until));
    }

    /**
     * From now on.
     *
     * @param version as the person saw it
     * @throws ChangedMeanwhile if somebody else changed it since
     */
    @Allowed(Permission.MAINTENANCE)
    public void start(long id, int version, MaintenanceNews news) {
        MaintenanceWindow window = seen(id, version);
        act(window, "maintenance.start", EnumSet.of(MaintenanceState.PLANNED), news, () -> {
            window.start(clock.instant());
            if (!window.plannedUntil().isAfter(clock.instant())) {
                // somebody who starts after the planned end is there, and will say when it is over
                window.goBy(window.startsItself(), false);
            }
        });
    }

    /**
     * The work is done; what it came to is being looked at.
     *
     * @param version as the person saw it
     * @throws ChangedMeanwhile if somebody else changed it since
     */
    @Allowed(Permission.MAINTENANCE)
    public void verify(long id, int version, MaintenanceNews news) {
        MaintenanceWindow window = seen(id, version);
        act(window, "maintenance.verify", EnumSet.of(MaintenanceState.IN_PROGRESS), news, window::verify);
    }

    /**
     * It is over.
     *
     * @param version as the person saw it
     * @throws ChangedMeanwhile if somebody else changed it since
     */
    @Allowed(Permission.MAINTENANCE)
    public void complete(long id, int version, MaintenanceNews news) {
        MaintenanceWindow window = seen(id, version);
        act(window, "maintenance.complete", ACTIVE, news, () -> window.complete(clock.instant()));
    }

    /**
     * It takes that much longer than planned; one that is overdue, than now.
     *
     * @param version as the person saw it, lest two extend it twice
     */
    @Allowed(Permission.MAINTENANCE)
    public void extend(long id, int version, Duration by, MaintenanceNews news) {
        MaintenanceWindow window = seen(id, version);
        Instant now = clock.instant();
        Instant until = (window.plannedUntil().isBefore(now) ? now : window.plannedUntil()).plus(by);
        refuse(MaintenanceRules.times(window.plannedFrom(), until, now));
        act(window, "maintenance.extend", OPEN, news, () -> window.moveTo(window.plannedFrom(), until));
    }

    /**
     * @param version as the person saw it
     * @param reason a word of why, which visitors read
     * @throws ChangedMeanwhile if somebody else changed it since
     */
    @Allowed(Permission.MAINTENANCE)
    public void cancel(long id, int version, String reason, MaintenanceNews news) {
        MaintenanceWindow window = seen(id, version);
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty()) {
            refuse(List.of(new Problem("reason", Fault.REASON_MISSING, "")));
        } else if (why.length() > MaintenanceWindow.REASON_LENGTH) {
            refuse(List.of(new Problem("reason", Fault.REASON_LONG, "")));
        }
        act(window, "maintenance.cancel", OPEN, news, () -> window.cancel(why, clock.instant()));
    }

    /** One more post about it, whatever its state. */
    @Allowed(Permission.MAINTENANCE)
    public void tell(long id, MaintenanceNews news) {
        MaintenanceWindow window = required(id);
        act(window, "maintenance.tell", EnumSet.allOf(MaintenanceState.class), news, () -> {});
    }

    private void act(
            MaintenanceWindow window, String action, Set<MaintenanceState> from, MaintenanceNews news, Runnable deed) {
        if (!from.contains(window.state())) {
            throw InvalidMaintenance.state(window);
        }
        Map<String, String> before = MaintenanceWords.of(window);
        Optional<QuietEnded> quiet = quiet(window);
        deed.run();
        Instant now = clock.instant();
        window.changed(Caller.required().name(), now);
        try {
            // before the post is made: who was too slow is told so
            em.flush();
            publish(window, news, now);
            em.flush();
        } catch (OptimisticLockException e) {
            throw new ChangedMeanwhile(MaintenanceWords.subject(window), null, null);
        }
        quiet.map(was -> new QuietEnded(was.from(), now, was.serverIds())).ifPresent(quietEnded::fire);
        audit.record(action, MaintenanceWords.subject(window), before, MaintenanceWords.of(window));
    }

    /** What is quiet because of a window as it stands; told once something about the window has changed, for whatever is quiet no more then. */
    static Optional<QuietEnded> quiet(MaintenanceWindow window) {
        return ACTIVE.contains(window.state())
                ? window.actualFrom()
                        .map(from -> new QuietEnded(
                                from,
                                from,
                                window.servers().stream().map(Server::id).collect(Collectors.toSet())))
                : Optional.empty();
    }

    private void publish(MaintenanceWindow window, MaintenanceNews news, Instant now) {
        if (news.isNone()) {
            return;
        }
        categories.shelf(CATEGORY, "Maintenance");
        Post post = publishing.draft(new PostDraft(
                news.title().isEmpty() ? window.title() : news.title(),
                PostFormat.MARKDOWN,
                news.body(),
                new LinkedHashSet<>(window.codes()),
                Set.of(CATEGORY),
                Set.of()));
        publishing.publish(post.id(), now);
        window.tell(post, now);
    }

    private MaintenanceWindow required(long id) {
        MaintenanceWindow window = em.find(MaintenanceWindow.class, id);
        if (window == null) {
            throw new NoSuchMaintenance(id);
        }
        return window;
    }

    private MaintenanceWindow seen(long id, int version) {
        MaintenanceWindow window = required(id);
        if (window.version() != version) {
            throw new ChangedMeanwhile(MaintenanceWords.subject(window), window.changedBy(), window.changedAt());
        }
        return window;
    }

    private Set<String> codes() {
        return new HashSet<>(
                em.createQuery("select s.code from Server s", String.class).getResultList());
    }

    private List<Server> servers(Set<String> codes) {
        return em.createQuery("select s from Server s where s.code in :codes order by s.position, s.code", Server.class)
                .setParameter("codes", codes)
                .getResultList();
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidMaintenance(problems);
        }
    }
}
