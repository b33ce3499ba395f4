package net.niner.status.web.billing;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.niner.status.billing.BillingPolicy;

/** Rules of billing, while somebody types them: text by the name of each component of {@link BillingPolicy}. */
public final class PolicyForm implements Serializable {

    private static final long serialVersionUID = 1;

    private static final int UNREADABLE = -1;

    private final Map<String, String> fields = new LinkedHashMap<>();

    void show(BillingPolicy policy, LocalDate validFrom) {
        fields.put("validFrom", validFrom.toString());
        fields.put("billDay", String.valueOf(policy.billDay()));
        fields.put("splitDay", String.valueOf(policy.splitDay()));
        fields.put("reminderDays", String.valueOf(policy.reminderDays()));
        fields.put("dueDays", String.valueOf(policy.dueDays()));
        fields.put(
                "expiryNotices",
                policy.expiryNotices().stream().map(String::valueOf).collect(Collectors.joining(" ")));
        fields.put("suspensionDays", String.valueOf(policy.suspensionDays()));
        fields.put("graceDays", String.valueOf(policy.graceDays()));
        fields.put("delayedAfterDays", String.valueOf(policy.delayedAfterDays()));
        fields.put("delayedBeforeExpiryDays", String.valueOf(policy.delayedBeforeExpiryDays()));
        fields.put("windowFrom", policy.windowFrom().toString());
        fields.put("windowUntil", policy.windowUntil().toString());
        fields.put("zone", name(policy.zone()));
    }

    /** As people know it: the offset of UTC is called Z. */
    static String name(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    /** What cannot be read stands in it as what no policy can have, so that the rules say what is wrong with it. */
    BillingPolicy policy() {
        return new BillingPolicy(
                BillingDays.read(fields.get("validFrom")).orElse(null),
                number("billDay"),
                number("splitDay"),
                number("reminderDays"),
                number("dueDays"),
                notices(),
                number("suspensionDays"),
                number("graceDays"),
                number("delayedAfterDays"),
                number("delayedBeforeExpiryDays"),
                time("windowFrom"),
                time("windowUntil"),
                zone());
    }

    private int number(String field) {
        return number(fields.get(field), UNREADABLE);
    }

    private static int number(String text, int otherwise) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException | NullPointerException e) {
            return otherwise;
        }
    }

    private List<Integer> notices() {
        List<Integer> days = new ArrayList<>();
        String text = fields.get("expiryNotices");
        for (String part : (text == null ? "" : text).split("[\\s,;]+")) {
            if (!part.isEmpty()) {
                days.add(number(part, UNREADABLE));
            }
        }
        return days;
    }

    private LocalTime time(String field) {
        try {
            return LocalTime.parse(fields.getOrDefault(field, "").strip());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(fields.getOrDefault("zone", "").strip());
        } catch (DateTimeException e) {
            return null;
        }
    }

    public Map<String, String> getFields() {
        return fields;
    }
}
