package net.niner.status.probe;

/**
 * A judged measurement.
 *
 * @param name the server's code and the check's name, for a person
 * @param before what was believed
 * @param after what is believed now
 */
public record Judgement(String name, CheckRules rules, Measurement measurement, CheckState before, CheckState after) {

    /** A failure behind a failing parent proves nothing; everything else goes to the verdict. */
    public static Judgement of(Probed probed, Dependencies dependencies) {
        DueCheck check = probed.check();
        Measurement measurement = dependencies.weigh(check, probed.measurement());
        return new Judgement(
                check.name(),
                check.rules(),
                measurement,
                check.state(),
                Verdict.after(check.state(), measurement, check.rules()));
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
