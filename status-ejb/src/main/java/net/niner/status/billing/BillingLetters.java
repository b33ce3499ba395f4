package net.niner.status.billing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.niner.status.billing.PlannedNotice.Concern;
import net.niner.status.notice.Letter;
import net.niner.status.notice.MailText;

/**
 * What mails about billing say, in the order in which it matters: the services by expiry with the days left, the scheduled and the printed date, when
 * the invoice really comes, why, that what is paid is paid, how to reach a person. How to choose what one gets stands below each mail to a client.
 *
 * @param runs all that there are: a client waits for the first that was to bill them, whichever took over
 * @param incidents absolute addresses of the pages of published incidents, by id
 * @param desk absolute address of the billing desk
 * @param tasks absolute address of the owner's tasks
 */
record BillingLetters(
        BillingSchedule schedule, List<RunFacts> runs, Map<Long, String> incidents, String desk, String tasks) {

    /** To a client. */
    MailText write(PlannedNotice notice) {
        ClientFacts client = notice.client();
        BillingWords words = new BillingWords(client.language());
        LocalDate day = LocalDate.ofInstant(notice.notBefore(), client.zone());
        Letter letter = new Letter().paragraph(words.of("hello", client.name()));
        return switch (notice.kind()) {
            case INVOICE_DELAYED -> delayed(notice, words, letter, day);
            case EXPIRY -> expiry(notice, words, letter, day);
            case PAYMENT_REMINDER -> reminder(notice, words, letter, day);
            case RUN_SENT -> sent(notice, words, letter, day);
            default -> throw new IllegalArgumentException(notice.kind() + " is not for clients");
        };
    }

    private MailText delayed(PlannedNotice notice, BillingWords words, Letter letter, LocalDate day) {
        String scheduled = words.day(scheduled(notice));
        letter.paragraph(words.of("delayed.intro", scheduled));
        services(notice, words, letter, day);
        delay(notice, words, letter, day);
        letter.paragraph(words.of("paid")).paragraph(words.of("reach"));
        ServiceFacts first = notice.services().get(0);
        return letter.under(words.of("delayed.subject", scheduled, first.name(), words.day(first.expiresOn())));
    }

    private LocalDate scheduled(PlannedNotice notice) {
        return new RunChain(runs, notice.run()).scheduled(notice.client(), notice.services());
    }

    /** Dates, when it really comes, and why. */
    private void delay(PlannedNotice notice, BillingWords words, Letter letter, LocalDate day) {
        RunFacts run = notice.run();
        String scheduled = words.day(scheduled(notice));
        letter.paragraph(
                run.printedOn() == null
                        ? words.of("scheduled", scheduled)
                        : words.of("scheduled.printed", scheduled, words.day(run.printedOn())));
        if (run.promisedOn() == null) {
            letter.paragraph(words.of("promised.none"));
        } else {
            letter.paragraph(words.of(
                    run.promisedOn().isBefore(day) ? "promised.passed" : "promised", words.day(run.promisedOn())));
        }
        letter.paragraph(run.cause() == null ? words.of("why.unknown") : words.of("why", run.cause()));
        String page = run.incident() == null ? null : incidents.get(run.incident());
        if (page != null) {
            letter.link(words.of("why.link"), page);
        }
    }

    private MailText expiry(PlannedNotice notice, BillingWords words, Letter letter, LocalDate day) {
        letter.paragraph(words.of("expiry.intro"));
        services(notice, words, letter, day);
        LocalDate expiry = notice.services().get(0).expiresOn();
        if (notice.run() != null) {
            letter.paragraph(words.of("delay.ours"));
            delay(notice, words, letter, day);
        } else if (notice.invoice() != null) {
            String issued = words.day(notice.invoice().issuedOn());
            letter.paragraph(
                    notice.invoice().number().isEmpty()
                            ? words.of("expiry.billed.plain", issued)
                            : words.of("expiry.billed", notice.invoice().number(), issued));
        } else {
            letter.paragraph(words.of(
                    "expiry.scheduled", words.day(schedule.calendar(expiry).billOn())));
        }
        letter.paragraph(words.of("expiry.suspension", schedule.policy(day).suspensionDays()))
                .paragraph(words.of("paid"))
                .paragraph(words.of("reach"));
        return letter.under(
                notice.services().size() == 1
                        ? words.of("expiry.subject", notice.services().get(0).name(), words.day(expiry))
                        : words.of("expiry.subject.many", notice.services().size(), words.day(expiry)));
    }

    private MailText reminder(PlannedNotice notice, BillingWords words, Letter letter, LocalDate day) {
        InvoiceFacts invoice = notice.invoice();
        boolean plain = notice.services().isEmpty();
        boolean unnumbered = invoice.number().isEmpty();
        letter.paragraph(
                unnumbered
                        ? words.of(
                                plain ? "reminder.intro.plain.unnumbered" : "reminder.intro.unnumbered",
                                words.day(invoice.issuedOn()))
                        : words.of(plain ? "reminder.intro.plain" : "reminder.intro", invoice.number()));
        services(notice, words, letter, day);
        letter.paragraph(
                invoice.printedOn() == null || invoice.printedOn().equals(invoice.issuedOn())
                        ? words.of("reminder.issued", words.day(invoice.issuedOn()))
                        : words.of(
                                "reminder.issued.printed",
                                words.day(invoice.issuedOn()),
                                words.day(invoice.printedOn())));
        LocalDate due = invoice.dueOn() == null
                ? invoice.issuedOn()
                        .plusDays(schedule.policy(invoice.issuedOn()).dueDays())
                : invoice.dueOn();
        letter.paragraph(words.of("reminder.due", words.day(due)))
                .paragraph(words.of("reminder.paid"))
                .paragraph(words.of("reach"));
        return letter.under(
                unnumbered
                        ? words.of("reminder.subject.unnumbered", words.day(invoice.issuedOn()))
                        : words.of("reminder.subject", invoice.number()));
    }

    private MailText sent(PlannedNotice notice, BillingWords words, Letter letter, LocalDate day) {
        RunFacts run = notice.run();
        letter.paragraph(words.of(notice.services().isEmpty() ? "sent.intro.plain" : "sent.intro"));
        services(notice, words, letter, day);
        letter.paragraph(words.of("sent.day", words.day(scheduled(notice)), words.day(run.completedOn())))
                .paragraph(words.of("paid"))
                .paragraph(words.of("reach"));
        return letter.under(words.of("sent.subject", words.day(scheduled(notice))));
    }

    private static void services(PlannedNotice notice, BillingWords words, Letter letter, LocalDate day) {
        if (notice.services().isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (ServiceFacts service : notice.services()) {
            rows.add(List.of(
                    words.day(service.expiresOn()),
                    words.of("days.left", Math.max(0, service.daysLeft(day))),
                    service.name(),
                    words.of("kind." + service.kind())));
        }
        letter.table(
                List.of(
                        words.of("table.expires"),
                        words.of("table.left"),
                        words.of("table.service"),
                        words.of("table.kind")),
                rows);
    }

    /**
     * To the owner, that a run is late.
     *
     * @param waiting the clients that have no invoice
     * @param firstExpiry of their services
     */
    MailText runLate(RunFacts run, int waiting, LocalDate firstExpiry, LocalDate today, Locale language) {
        BillingWords words = new BillingWords(language);
        BillingPolicy policy = schedule.policy(run.billDay());
        return new Letter()
                .paragraph(words.of("late.intro", words.day(run.billDay()), run.daysLate(today)))
                .paragraph(words.of(
                        "late.covers",
                        words.day(run.coverage().from()),
                        words.day(run.coverage().to()),
                        waiting,
                        words.day(firstExpiry)))
                .paragraph(
                        run.promisedOn() == null
                                ? words.of("late.promised.none")
                                : words.of("late.promised", words.day(run.promisedOn())))
                .paragraph(words.of(
                        "late.next",
                        words.day(run.billDay().plusDays(policy.graceDays() + 2L)),
                        words.day(run.billDay().plusDays(policy.delayedAfterDays())),
                        policy.delayedBeforeExpiryDays()))
                .link(words.of("late.link"), desk)
                .under(words.of("late.subject", words.day(run.billDay())));
    }

    /** To the owner, that services expire without an invoice. */
    MailText unbilled(PlannedNotice notice, Locale language) {
        BillingWords words = new BillingWords(language);
        String day = words.day(notice.services().get(0).expiresOn());
        List<List<String>> rows = new ArrayList<>();
        for (Concern concern : notice.concerns()) {
            rows.add(List.of(
                    concern.client().name(),
                    concern.service().name(),
                    words.of("kind." + concern.service().kind())));
        }
        return new Letter()
                .paragraph(words.of("unbilled.intro", day))
                .table(List.of(words.of("table.client"), words.of("table.service"), words.of("table.kind")), rows)
                .link(words.of("unbilled.link"), tasks)
                .under(words.of("unbilled.subject", day));
    }
}
