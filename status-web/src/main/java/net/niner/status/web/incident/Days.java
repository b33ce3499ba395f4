package net.niner.status.web.incident;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import net.niner.status.web.platform.Visitor;

/** Days as a reader writes them: {@code 7 July 2025}. */
@RequestScoped
public class Days {

    private static final String PATTERN = "d MMMM yyyy";

    @Inject
    private Visitor visitor;

    public String text(LocalDate day) {
        return DateTimeFormatter.ofPattern(PATTERN, visitor.getLanguage().locale())
                .format(day);
    }

    /** @param day null for no goal date */
    public String due(LocalDate day) {
        return day == null ? visitor.words().of("followup.due.none") : text(day);
    }
}
