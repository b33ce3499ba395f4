package net.niner.status.probe;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import net.niner.status.account.Allowed;
import net.niner.status.account.Permission;

/**
 * Probes at once, for somebody who watches. What they find counts for nothing: a check is believed by the rules of its own schedule, and a
 * draft is not even saved. Outside of any transaction, as every probe.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Trials {

    @Inject
    private Checks checks;

    @Inject
    private StoredSpecs specs;

    @Inject
    private TrialRuns runs;

    /**
     * Probes a check as it is stored.
     *
     * @throws NoSuchCheck if it is not there
     * @throws InvalidCheck if its settings cannot be read any more
     * @throws TooManyTrials if too many run
     */
    @Allowed(Permission.SERVERS)
    public String begin(long id) {
        Check check = checks.required(id);
        ProbeSpec spec = specs.of(check)
                .orElseThrow(() -> new InvalidCheck("settings", Fault.UNKNOWN, "the settings cannot be read any more"));
        return runs.begin(spec, check.rules());
    }

    /**
     * Probes what somebody has written into a form.
     *
     * @param id of the check whose secrets stand for those that are left out, null for a new one
     * @throws InvalidCheck if the draft cannot be used
     * @throws TooManyTrials if too many run
     */
    @Allowed(Permission.SERVERS)
    public String begin(CheckDraft draft, Long id) {
        ProbeSpec stored = id == null ? null : specs.of(checks.required(id)).orElse(null);
        CheckDraft.Meaning meaning = draft.read(stored);
        return runs.begin(meaning.spec(), meaning.rules());
    }

    /** How far it is; nothing if that is forgotten already. */
    @Allowed(Permission.SERVERS)
    public Optional<TrialProgress> progress(String trial) {
        return runs.progress(trial);
    }
}
