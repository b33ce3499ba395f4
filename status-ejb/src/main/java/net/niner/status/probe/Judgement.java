package net.niner.status.probe;

import java.time.Instant;

/**
 * A judged measurement.
 *
 * @param name the server's code and the check's name, for a person
 * @param before what was believed
 * @param after what is believed now
 * @param dueAt when the check is due next, UTC
 */
public record Judgement(String name, Measurement measurement, CheckState before, CheckState after, Instant dueAt) {

    /** A failure behind a failing parent proves nothing; everything else goes to the verdict. */
    public static Judgement of(Probed probed, Dependencies dependencies) {
        DueCheck check = probed.check();
        Measurement measurement = dependencies.weigh(check, probed.measurement());
        return new Judgement(
                check.name(),
                measurement,
                check.state(),
                Verdict.after(check.state(), measurement, check.rules()),
                Cadence.next(check.id(), check.rules().interval(), later(check.dueAt(), measurement.at())));
    }

    /** A clock that was set back a little must not make the check due at the time for which it was just probed. */
    private static Instant later(Instant due, Instant began) {
        return began.isBefore(due) ? due : began;
    }

    public boolean goesDown() {
        return !before.isDown() && after.isDown();
    }

    /** True if it flapped already before it went down: then an alarm was raised, and one is enough. */
    public boolean flapsOn() {
        return before.flapping() && after.flapping();
    }

    public boolean comesBack() {
        return before.isDown() && !after.isDown();
    }
}
