package net.niner.status.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.niner.status.probe.InvalidSettings.Problem;

/**
 * A check as somebody writes it into a form, not yet found valid. What is wrong is named by the settings' names, and by {@link #OWN} and a
 * name for what belongs to the check itself.
 *
 * @param fields the settings by name; an empty secret stays as it is stored, if it still goes to the same target
 * @param rules {@code interval}, {@code timeout}, {@code failures}, {@code successes}, {@code slow-above}, as in a servers file
 */
public record CheckDraft(
        String name,
        Kind kind,
        Map<String, String> fields,
        Map<String, String> rules,
        boolean isPublic,
        boolean countsForPing) {

    /** Stands before the names of what is no setting of the kind. */
    public static final String OWN = "check.";

    public static final List<String> RULES = List.of("interval", "timeout", "failures", "successes", "slow-above");

    /** What a valid draft says. */
    record Meaning(String name, ProbeSpec spec, CheckRules rules) {}

    public CheckDraft {
        name = name == null ? "" : name.strip();
        fields = Map.copyOf(fields);
        rules = Map.copyOf(rules);
    }

    /** The rules as the form holds them. */
    static Map<String, String> texts(CheckRules rules) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("interval", CheckRules.text(rules.interval()));
        texts.put("timeout", CheckRules.text(rules.timeout()));
        texts.put("failures", String.valueOf(rules.failures()));
        texts.put("successes", String.valueOf(rules.successes()));
        texts.put("slow-above", rules.slowAbove() == null ? "" : CheckRules.text(rules.slowAbove()));
        return texts;
    }

    /**
     * @param stored what the check asks so far, null for nothing
     * @throws InvalidCheck with all that is wrong
     */
    Meaning read(ProbeSpec stored) {
        List<Problem> problems = new ArrayList<>();
        if (name.isEmpty() || name.length() > Check.NAME_LENGTH) {
            problems.add(nameLength());
        }
        ProbeSpec spec = null;
        try {
            spec = Settings.read(kind, FieldTexts.values(kind, fields), () -> stored);
        } catch (InvalidSettings e) {
            problems.addAll(e.problems());
        }
        CheckRules read = rules(problems);
        if (!problems.isEmpty()) {
            throw new InvalidCheck(problems);
        }
        return new Meaning(name, spec, read);
    }

    static Problem nameLength() {
        return new Problem(
                OWN + "name",
                "name must have 1 to " + Check.NAME_LENGTH + " characters",
                Fault.NAME_LENGTH,
                List.of("" + Check.NAME_LENGTH));
    }

    private CheckRules rules(List<Problem> problems) {
        CheckRules normal = CheckRules.DEFAULT;
        Duration interval = rule("interval", normal.interval(), Lengths::wholeSeconds, problems);
        Duration timeout = rule("timeout", normal.timeout(), Lengths::duration, problems);
        int failures = rule("failures", normal.failures(), Lengths::number, problems);
        int successes = rule("successes", normal.successes(), Lengths::number, problems);
        Duration slowAbove = rule("slow-above", null, Lengths::duration, problems);
        try {
            return new CheckRules(interval, timeout, failures, successes, slowAbove);
        } catch (Misfit e) {
            problems.add(Problem.of(OWN + e.getMessage().split(" ", 2)[0], e));
            return normal;
        }
    }

    private <T> T rule(String rule, T otherwise, Function<String, T> reader, List<Problem> problems) {
        String text = rules.getOrDefault(rule, "").strip();
        try {
            return text.isEmpty() ? otherwise : reader.apply(text);
        } catch (Misfit e) {
            problems.add(new Problem(OWN + rule, rule + " " + e.getMessage(), e.fault(), e.values()));
            return otherwise;
        }
    }
}
