package net.niner.status.billing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A planned notice in one line, for the people who run the site. */
final class ReportLines {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private ReportLines() {}

    /** {@code invoice delayed | Mwale Farms | mwale@client.example | en | run of 15 June 2025, 7 days late | services example.org (20 July, 28 days left)}. */
    static String of(PlannedNotice notice, LocalDate today) {
        String who = notice.client() == null
                ? "owner"
                : notice.client().name() + " | " + notice.client().address().orElse("no address") + " | "
                        + notice.client().language().toLanguageTag();
        return kind(notice) + " | " + who + " | " + about(notice, today) + services(notice, today);
    }

    static String kind(PlannedNotice notice) {
        return notice.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What it is about, without personal data. */
    static String about(PlannedNotice notice, LocalDate today) {
        return switch (notice.kind()) {
            case RUN_LATE, INVOICE_DELAYED ->
                run(notice.run()) + ", " + days(notice.run().daysLate(today)) + " late";
            case RUN_SENT ->
                run(notice.run()) + ", completed on " + full(notice.run().completedOn());
            case PAYMENT_REMINDER ->
                "invoice issued on " + full(notice.invoice().issuedOn());
            case EXPIRY ->
                "expiry on " + full(notice.services().get(0).expiresOn()) + ", " + notice.stage() + " days before"
                        + (notice.run() == null ? "" : ", " + run(notice.run()) + " late");
            default -> "expiry on " + full(notice.services().get(0).expiresOn()) + " without an invoice";
        };
    }

    private static String services(PlannedNotice notice, LocalDate today) {
        if (notice.services().isEmpty()) {
            return "";
        }
        return notice.concerns().stream()
                .map(concern -> (notice.client() == null ? concern.client().name() + ": " : "")
                        + concern.service().name() + " ("
                        + day(concern.service().expiresOn(), today) + ", "
                        + days(concern.service().daysLeft(today)) + " left)")
                .collect(Collectors.joining(", ", " | services ", ""));
    }

    /** Of runs that are completed, and are not opened again, but whose clients need an invoice after all. */
    static List<String> unbilled(List<RunFacts> runs, List<ClientFacts> clients, LocalDate today) {
        List<String> lines = new ArrayList<>();
        for (RunFacts run : runs) {
            int unbilled =
                    run.state() == RunState.COMPLETED && !run.coverage().to().isBefore(today)
                            ? RunCourse.unbilled(run, runs, clients)
                            : 0;
            if (unbilled > 0) {
                lines.add(run(run) + ": completed, but without an invoice now: " + unbilled
                        + (unbilled == 1 ? " client" : " clients"));
            }
        }
        return lines;
    }

    static String run(RunFacts run) {
        return run(run.billDay());
    }

    static String run(LocalDate billDay) {
        return "run of " + full(billDay);
    }

    static String full(LocalDate day) {
        return FULL.format(day);
    }

    private static String day(LocalDate day, LocalDate today) {
        return (day.getYear() == today.getYear() ? DAY : FULL).format(day);
    }

    private static String days(int days) {
        return days + (days == 1 ? " day" : " days");
    }
}
