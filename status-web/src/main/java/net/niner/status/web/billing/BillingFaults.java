package net.niner.status.web.billing;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import net.niner.status.billing.InvalidBilling;
import net.niner.status.billing.InvalidRun;
import net.niner.status.platform.ChangedMeanwhile;
import net.niner.status.web.platform.Feedback;
import net.niner.status.web.platform.Words;

/** What is wrong with a form of the billing desk, beside each field; nothing that was typed is lost. */
final class BillingFaults implements Serializable {

    private static final long serialVersionUID = 1;

    /** What stands beside no field. */
    private static final Set<String> OF_THE_WHOLE = Set.of("state", "client");

    private final Map<String, String> errors = new HashMap<>();

    private boolean clashed;

    /**
     * Tries it, and says what is wrong.
     *
     * @return whether it was done
     */
    boolean attempt(Words words, Runnable deed) {
        errors.clear();
        clashed = false;
        try {
            deed.run();
            return true;
        } catch (InvalidBilling invalid) {
            invalid.problems()
                    .forEach(problem -> errors.put(problem.field(), words.of("billing.fault", problem.fault())));
            tell();
        } catch (InvalidRun invalid) {
            errors.put(invalid.field(), words.of("billing.run.fault", invalid.fault()));
            tell();
        } catch (ChangedMeanwhile meanwhile) {
            clashed = true;
            Feedback.complain("billing.clash", meanwhile.by() == null ? "?" : meanwhile.by());
        }
        return false;
    }

    /** For what the page itself finds out. */
    void put(String field, String text) {
        errors.put(field, text);
        Feedback.complain("billing.wrong");
    }

    private void tell() {
        String whole = OF_THE_WHOLE.stream()
                .filter(errors::containsKey)
                .map(errors::get)
                .findFirst()
                .orElse(null);
        if (whole == null) {
            Feedback.complain("billing.wrong");
        } else {
            Feedback.complain("billing.refused", whole);
        }
    }

    /** Whether somebody else was faster, at the last attempt. */
    boolean clashed() {
        return clashed;
    }

    Map<String, String> errors() {
        return errors;
    }
}
