package net.niner.status.billing;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import net.niner.status.account.Allowed;
import net.niner.status.account.Audit;
import net.niner.status.account.Caller;
import net.niner.status.account.Permission;
import net.niner.status.billing.InvalidPolicy.Problem;
import net.niner.status.platform.Rows;
import net.niner.status.setting.ChosenSettings;

/** The rules of billing, each from a bill day on. A rule that held stays as it was. */
@Stateless
public class BillingPolicies {

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Inject
    private ChosenSettings settings;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** Those that somebody made, earliest first; before the first, what holds until somebody says otherwise. */
    public List<BillingPolicy> all() {
        List<BillingPolicy> made =
                Rows.query(dataSource, "select * from billing_policy order by valid_from", BillingPolicies::read);
        BillingPolicy standard = BillingPolicy.standard(standardZone());
        if (made.stream().anyMatch(policy -> policy.validFrom().equals(standard.validFrom()))) {
            return made;
        }
        return Stream.concat(Stream.of(standard), made.stream())
                .sorted(Comparator.comparing(BillingPolicy::validFrom))
                .toList();
    }

    public BillingSchedule schedule() {
        return new BillingSchedule(all());
    }

    /** The one in force on that bill day. */
    public BillingPolicy inForce(LocalDate billDay) {
        return schedule().policy(billDay);
    }

    /** Today in the company's zone. */
    public LocalDate today() {
        LocalDate utc = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return LocalDate.ofInstant(clock.instant(), inForce(utc).zone());
    }

    /**
     * Holds from its first bill day on, in place of one that was to begin on the same day.
     *
     * @throws InvalidPolicy if it cannot hold, or should have begun already
     */
    @Allowed(Permission.BILLING)
    public void add(BillingPolicy policy) {
        List<Problem> problems = PolicyRules.problems(policy, today());
        if (!problems.isEmpty()) {
            throw new InvalidPolicy(problems);
        }
        Map<String, String> before = words(inForce(policy.validFrom()));
        Rows.update(dataSource, "delete from billing_policy where valid_from = ?", policy.validFrom());
        Rows.update(
                dataSource,
                """
                insert into billing_policy (valid_from, bill_day, split_day, reminder_days, due_days, expiry_notices, suspension_days,
                    grace_days, delayed_after_days, delayed_before_expiry_days, window_from, window_until, zone, changed_at, changed_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                policy.validFrom(),
                policy.billDay(),
                policy.splitDay(),
                policy.reminderDays(),
                policy.dueDays(),
                notices(policy),
                policy.suspensionDays(),
                policy.graceDays(),
                policy.delayedAfterDays(),
                policy.delayedBeforeExpiryDays(),
                policy.windowFrom(),
                policy.windowUntil(),
                policy.zone().getId(),
                Rows.time(clock.instant()),
                Caller.required().name());
        audit.record("policy.add", "billing policy from " + policy.validFrom(), before, words(policy));
    }

    /** The first of the zones that the site shows beside UTC. */
    private ZoneId standardZone() {
        try {
            return settings.current().zones().stream()
                    .findFirst()
                    .map(ZoneId::of)
                    .orElse(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    private static BillingPolicy read(ResultSet row) throws SQLException {
        return new BillingPolicy(
                row.getObject("valid_from", LocalDate.class),
                row.getInt("bill_day"),
                row.getInt("split_day"),
                row.getInt("reminder_days"),
                row.getInt("due_days"),
                Arrays.stream(row.getString("expiry_notices").split(" "))
                        .map(Integer::valueOf)
                        .toList(),
                row.getInt("suspension_days"),
                row.getInt("grace_days"),
                row.getInt("delayed_after_days"),
                row.getInt("delayed_before_expiry_days"),
                row.getObject("window_from", LocalTime.class),
                row.getObject("window_until", LocalTime.class),
                ZoneId.of(row.getString("zone")));
    }

    private static String notices(BillingPolicy policy) {
        return policy.expiryNotices().stream()
                .sorted(Comparator.reverseOrder())
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    private static Map<String, String> words(BillingPolicy policy) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("valid-from", policy.validFrom().toString());
        words.put("bill-day", String.valueOf(policy.billDay()));
        words.put("split-day", String.valueOf(policy.splitDay()));
        words.put("reminder-days", String.valueOf(policy.reminderDays()));
        words.put("due-days", String.valueOf(policy.dueDays()));
        words.put("expiry-notices", notices(policy));
        words.put("suspension-days", String.valueOf(policy.suspensionDays()));
        words.put("grace-days", String.valueOf(policy.graceDays()));
        words.put("delayed-after-days", String.valueOf(policy.delayedAfterDays()));
        words.put("delayed-before-expiry-days", String.valueOf(policy.delayedBeforeExpiryDays()));
        words.put("window", policy.windowFrom() + "-" + policy.windowUntil());
        words.put("zone", policy.zone().getId());
        return words;
    }
}
