package net.niner.status.billing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import net.niner.status.billing.InvalidBilling.Fault;
import net.niner.status.billing.InvalidBilling.Problem;
import net.niner.status.notice.Recipient;

/** What somebody may type about a client. The columns of the register have these lengths. */
public final class ClientRules {

    public static final int NAME_LENGTH = 200;
    public static final int SERVICE_LENGTH = 253;
    public static final int NUMBER_LENGTH = 60;

    /** Days before are mistakes of whoever exported them. */
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+\\.[^\\s@<>,;\"]+");

    private ClientRules() {}

    static void check(ClientDraft draft, Collection<String> servers) {
        List<Problem> problems = new ArrayList<>();
        text(problems, "name", draft.name(), NAME_LENGTH);
        address(problems, "email", draft.email());
        address(problems, "alternateEmail", draft.alternateEmail());
        if (!blank(draft.language())
                && !List.of("en", "fr").contains(draft.language().strip())) {
            problems.add(new Problem("language", Fault.LANGUAGE));
        }
        if (!blank(draft.zone()) && !isZone(draft.zone().strip())) {
            problems.add(new Problem("zone", Fault.ZONE));
        }
        if (!blank(draft.mailServer()) && !servers.contains(draft.mailServer().strip())) {
            problems.add(new Problem("mailServer", Fault.NO_SUCH_SERVER));
        }
        refuse(problems);
    }

    static void check(ServiceDraft draft) {
        List<Problem> problems = new ArrayList<>();
        text(problems, "service", draft.name(), SERVICE_LENGTH);
        if (draft.kind() == null) {
            problems.add(new Problem("kind", Fault.MISSING));
        }
        if (draft.state() == null) {
            problems.add(new Problem("serviceState", Fault.MISSING));
        }
        range(problems, "expiresOn", draft.expiresOn());
        refuse(problems);
    }

    static void check(InvoiceDraft draft, LocalDate today) {
        List<Problem> problems = new ArrayList<>();
        text(problems, "number", draft.number(), NUMBER_LENGTH);
        range(problems, "printedOn", draft.printedOn());
        range(problems, "issuedOn", draft.issuedOn());
        range(problems, "paidOn", draft.paidOn());
        if (draft.issuedOn() != null && draft.issuedOn().isAfter(today.plusDays(1))) {
            problems.add(new Problem("issuedOn", Fault.FUTURE));
        }
        refuse(problems);
    }

    static ClientRecord record(String source, String id, ClientDraft draft) {
        return new ClientRecord(
                source,
                id,
                draft.name().strip(),
                plain(draft.email()),
                plain(draft.alternateEmail()),
                blank(draft.language())
                        ? null
                        : Locale.forLanguageTag(draft.language().strip()),
                blank(draft.zone()) ? null : ZoneId.of(draft.zone().strip()),
                plain(draft.mailServer()),
                draft.active());
    }

    static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidBilling(problems);
        }
    }

    static boolean isZone(String zone) {
        try {
            ZoneId.of(zone);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    static void text(List<Problem> problems, String field, String text, int length) {
        if (blank(text)) {
            problems.add(new Problem(field, Fault.MISSING));
        } else if (text.strip().length() > length) {
            problems.add(new Problem(field, Fault.LONG));
        }
    }

    private static void address(List<Problem> problems, String field, String text) {
        if (!blank(text)
                && (text.strip().length() > Recipient.ADDRESS_LENGTH
                        || !ADDRESS.matcher(text.strip()).matches())) {
            problems.add(new Problem(field, Fault.ADDRESS));
        }
    }

    private static void range(List<Problem> problems, String field, LocalDate day) {
        if (day != null && (day.isBefore(EARLIEST) || day.isAfter(LATEST))) {
            problems.add(new Problem(field, Fault.RANGE));
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private static String plain(String text) {
        return blank(text) ? null : text.strip();
    }
}
