package net.niner.status.probe;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import net.niner.status.account.Allowed;
import net.niner.status.account.Audit;
import net.niner.status.account.Caller;
import net.niner.status.account.Permission;
import net.niner.status.platform.ChangedMeanwhile;
import net.niner.status.server.NoSuchServer;
import net.niner.status.server.Server;
import net.niner.status.server.Servers;

/** What people change about checks, each change in the audit trail. */
@Stateless
public class CheckChanges {

    private static final String PAUSED = "paused";

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @Inject
    private Servers servers;

    @Inject
    private Checks checks;

    @Inject
    private StoredSpecs specs;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /**
     * Adds a check to a server; it is due at once. Returns its number.
     *
     * @throws InvalidCheck if the draft cannot be used
     */
    @Allowed(Permission.SERVERS)
    public long add(String server, CheckDraft draft) {
        CheckDraft.Meaning meaning = draft.read(null);
        Server owner = server(server);
        refuseTaken(owner, draft.name(), null);
        Check check = new Check(owner, meaning.name(), draft.kind(), specs.stored(meaning.spec()), meaning.rules());
        check.show(draft.isPublic(), draft.countsForPing());
        return added(check, "check.add", meaning.spec());
    }

    /**
     * @param version as the person saw it
     * @throws InvalidCheck if the draft cannot be used
     * @throws ChangedMeanwhile if somebody else changed it since
     */
    @Allowed(Permission.SERVERS)
    public void change(long id, int version, CheckDraft draft) {
        Check check = checks.required(id);
        if (check.version() != version) {
            throw new ChangedMeanwhile(
                    check.subject(),
                    check.changedBy().orElse(null),
                    check.changedAt().orElse(null));
        }
        ProbeSpec before = specs.of(check).orElse(null);
        CheckDraft.Meaning meaning = draft.read(before);
        refuseTaken(check.server(), draft.name(), check);
        Differences differences = new Differences();
        differences.see("name", check.name(), draft.name());
        differences.see("kind", check.kind(), draft.kind());
        differences.seeSettings(before, meaning.spec());
        differences.see("rules", check.rules(), meaning.rules());
        differences.see("public", check.isPublic(), draft.isPublic());
        differences.see("counts-for-ping", check.countsForPing(), draft.countsForPing());
        String subject = check.subject();
        check.rename(draft.name());
        if (!meaning.spec().equals(before)) {
            check.ask(draft.kind(), specs.stored(meaning.spec()));
        }
        check.follow(meaning.rules());
        check.show(draft.isPublic(), draft.countsForPing());
        if (!differences.isEmpty()) {
            save(check);
            audit.record("check.change", subject, differences.before(), differences.after());
        }
    }

    /** The same check once more, its secrets included, on the same server or another one, under a name that is free there. Returns its number. */
    @Allowed(Permission.SERVERS)
    public long copy(long id, String server, String name) {
        Check model = checks.required(id);
        Server owner = server(server);
        String wanted = name == null ? "" : name.strip();
        if (wanted.isEmpty() || wanted.length() > Check.NAME_LENGTH) {
            throw new InvalidCheck(List.of(CheckDraft.nameLength()));
        }
        refuseTaken(owner, wanted, null);
        Check copy = new Check(owner, wanted, model.kind(), model.settings(), model.rules());
        copy.show(model.isPublic(), model.countsForPing());
        copy.pause(model.isPaused());
        return added(copy, "check.copy", specs.of(model).orElse(null));
    }

    /** Nothing is measured until it is resumed. */
    @Allowed(Permission.SERVERS)
    public void pause(long id) {
        pause(id, true);
    }

    @Allowed(Permission.SERVERS)
    public void resume(long id) {
        pause(id, false);
    }

    /** Takes it away, with all that it measured. */
    @Allowed(Permission.SERVERS)
    public void remove(long id) {
        Check check = checks.required(id);
        audit.record(
                "check.remove", check.subject(), words(check, specs.of(check).orElse(null)), Map.of());
        checks.remove(check);
    }

    private void pause(long id, boolean pausing) {
        Check check = checks.required(id);
        if (check.isPaused() != pausing) {
            check.pause(pausing);
            save(check);
            audit.record(
                    pausing ? "check.pause" : "check.resume",
                    check.subject(),
                    Map.of(PAUSED, String.valueOf(!pausing)),
                    Map.of(PAUSED, String.valueOf(pausing)));
        }
    }

    private long added(Check check, String action, ProbeSpec spec) {
        check.changed(Caller.required().name(), clock.instant());
        checks.add(check);
        audit.record(action, check.subject(), Map.of(), words(check, spec));
        return check.id();
    }

    private static Map<String, String> words(Check check, ProbeSpec spec) {
        Differences all = new Differences();
        all.see("kind", null, check.kind());
        if (spec != null) {
            all.seeSettings(null, spec);
        }
        all.see("rules", null, check.rules());
        all.see("public", null, check.isPublic());
        all.see("counts-for-ping", null, check.countsForPing());
        all.see(PAUSED, null, check.isPaused());
        return all.after();
    }

    private Server server(String code) {
        return servers.find(code).orElseThrow(() -> new NoSuchServer(code));
    }

    /** Locks the server first: of two who want the same name at once the second one finds it taken. */
    private void refuseTaken(Server server, String name, Check itself) {
        em.lock(server, LockModeType.PESSIMISTIC_WRITE);
        checks.find(server, name)
                .filter(other -> itself == null || !other.id().equals(itself.id()))
                .ifPresent(other -> {
                    throw new InvalidCheck("name", Fault.NAME_TAKEN, other.subject() + " is there already");
                });
    }

    private void save(Check check) {
        check.changed(Caller.required().name(), clock.instant());
        try {
            em.flush();
        } catch (OptimisticLockException e) {
            throw new ChangedMeanwhile(check.subject(), null, null);
        }
    }
}
