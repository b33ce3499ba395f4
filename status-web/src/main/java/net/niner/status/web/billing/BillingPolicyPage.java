package net.niner.status.web.billing;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import net.niner.status.billing.BillingCalendar;
import net.niner.status.billing.BillingOptions;
import net.niner.status.billing.BillingPolicies;
import net.niner.status.billing.BillingPolicy;
import net.niner.status.billing.BillingSchedule;
import net.niner.status.billing.InvalidPolicy;
import net.niner.status.web.account.Me;
import net.niner.status.web.platform.Feedback;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.faces.Missing;

/** The page at {@code /admin/billing-policy}: the rules that held, that hold and that will hold, and what new ones would mean for two services. */
@Named
@ViewScoped
public class BillingPolicyPage implements Serializable {

    private static final long serialVersionUID = 1;

    /** The days of March on which the services of the examples expire: before and after the usual split. */
    private static final List<Integer> EXAMPLES = List.of(10, 20);

    @Inject
    private transient BillingPolicies policies;

    @Inject
    private transient BillingOptions options;

    @Inject
    private Me me;

    @Inject
    private Visitor visitor;

    @Inject
    private BillingDays days;

    private final PolicyForm form = new PolicyForm();
    private final Map<String, String> errors = new HashMap<>();
    private boolean publishing;

    @PostConstruct
    void open() {
        if (!me.may("BILLING")) {
            Missing.refuse();
            return;
        }
        publishing = options.publishLatePosts();
        fill();
    }

    /** Says whether the post about a late run needs somebody's approval. */
    public void choose() {
        options.publishLatePosts(publishing);
        Feedback.say("billing.policy.posts.saved");
    }

    private void fill() {
        LocalDate tomorrow = policies.today().plusDays(1);
        form.show(policies.inForce(tomorrow), policies.schedule().next(policies.today()));
    }

    public void save() {
        errors.clear();
        BillingPolicy policy = form.policy();
        try {
            policies.add(policy);
            Feedback.say("billing.policy.saved", days.text(policy.validFrom()));
        } catch (InvalidPolicy invalid) {
            invalid.problems()
                    .forEach(problem ->
                            errors.put(problem.field(), visitor.words().of("billing.policy.fault", problem.fault())));
            Feedback.complain("billing.wrong");
        }
    }

    /** Shows the examples anew; nothing is saved. */
    public void look() {
        errors.clear();
    }

    /** What is typed, by two services; none while it makes no sense. */
    public List<BillingCalendar> getExamples() {
        BillingPolicy policy = form.policy();
        boolean sensible = policy.validFrom() != null
                && Stream.of(policy.billDay(), policy.splitDay()).allMatch(day -> day >= 1 && day <= 31)
                && Stream.of(policy.reminderDays(), policy.dueDays(), policy.suspensionDays())
                        .allMatch(count -> count >= 0)
                && policy.expiryNotices().stream().allMatch(count -> count >= 0);
        if (!sensible) {
            return List.of();
        }
        int year = policy.validFrom().getYear() + 1;
        BillingSchedule schedule = new BillingSchedule(List.of(policy));
        return EXAMPLES.stream()
                .map(day -> schedule.calendar(LocalDate.of(year, 3, day)))
                .toList();
    }

    /** Latest first. */
    public List<BillingPolicy> getVersions() {
        return policies.all().stream()
                .sorted(Comparator.comparing(BillingPolicy::validFrom).reversed())
                .toList();
    }

    public boolean isInForce(BillingPolicy policy) {
        return policies.inForce(policies.today()).equals(policy);
    }

    /** The first one held since ever. */
    public boolean isFirst(BillingPolicy policy) {
        return policies.all().get(0).equals(policy);
    }

    public List<String> getZones() {
        return Stream.concat(
                        Stream.of("UTC", form.getFields().get("zone")),
                        ZoneId.getAvailableZoneIds().stream()
                                .filter(zone -> zone.contains("/"))
                                .filter(zone -> !zone.startsWith("Etc/") && !zone.startsWith("SystemV/")))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    public String zone(BillingPolicy policy) {
        return PolicyForm.name(policy.zone());
    }

    public PolicyForm getForm() {
        return form;
    }

    public Map<String, String> getErrors() {
        return errors;
    }

    public boolean isPublishing() {
        return publishing;
    }

    public void setPublishing(boolean publishing) {
        this.publishing = publishing;
    }
}
