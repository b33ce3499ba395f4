package net.niner.status.web.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import net.niner.status.billing.RunLine;
import net.niner.status.web.platform.Visitor;

/** Days as the pages of billing print them, and read them from a browser's field. */
@Named
@RequestScoped
public class BillingDays {

    @Inject
    private Visitor visitor;

    /** {@code 15 June 2025}; a dash for none. */
    public String text(LocalDate day) {
        return day == null ? "–" : format("d MMMM yyyy", day);
    }

    /** {@code 15 June}, for a day of which everybody knows the year. */
    public String brief(LocalDate day) {
        return format("d MMMM", day);
    }

    /** {@code 16 July 2025, in 9 days}; a dash where nothing expires unbilled. */
    public String hurts(RunLine run, LocalDate today) {
        return run.daysUntilItHurts(today)
                .map(days -> days < 0
                        ? visitor.format("billing.hurts.since", text(run.hurtsOn()), -days)
                        : visitor.format("billing.hurts.in", text(run.hurtsOn()), days))
                .orElse("–");
    }

    /** In French the first of a month is {@code 1er}. */
    private String format(String pattern, LocalDate day) {
        Locale locale = visitor.getLanguage().locale();
        boolean first = day.getDayOfMonth() == 1 && locale.getLanguage().equals("fr");
        return DateTimeFormatter.ofPattern(first ? pattern.replaceFirst("^d", "d'er'") : pattern, locale)
                .format(day);
    }

    /** As a browser's field has it; empty for null. */
    static String field(LocalDate day) {
        return day == null ? "" : day.toString();
    }

    static Optional<LocalDate> read(String text) {
        try {
            return text == null || text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
