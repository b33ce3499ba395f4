package net.niner.status.web.notice;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.niner.status.billing.ClientFilter;
import net.niner.status.billing.ClientLine;
import net.niner.status.billing.Clients;
import net.niner.status.billing.InvoiceRuns;
import net.niner.status.billing.RunLine;
import net.niner.status.notice.Audience;
import net.niner.status.notice.LetterSubject;
import net.niner.status.notice.Letters;
import net.niner.status.notice.MailText;
import net.niner.status.notice.NoticeKind;
import net.niner.status.web.account.Me;
import net.niner.status.web.platform.Feedback;
import net.niner.status.web.platform.Language;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.faces.Missing;
import org.omnifaces.util.Faces;

/** Every mail that the site can send, to be read before anybody gets it. The address says which one, in which language, and about what. */
@Named
@ViewScoped
public class LettersPage implements Serializable {

    private static final long serialVersionUID = 1;
    private static final int RUNS = 24;
    private static final Set<NoticeKind> CLIENTS = EnumSet.of(
            NoticeKind.RUN_LATE,
            NoticeKind.EXPIRY_UNBILLED,
            NoticeKind.INVOICE_DELAYED,
            NoticeKind.EXPIRY,
            NoticeKind.PAYMENT_REMINDER,
            NoticeKind.RUN_SENT);

    @Inject
    private transient Letters letters;

    @Inject
    private transient Clients clients;

    @Inject
    private transient InvoiceRuns runs;

    @Inject
    private Visitor visitor;

    @Inject
    private Me me;

    private NoticeKind kind;
    private Language language;
    private String who;
    private Long client;
    private Long run;
    private transient Optional<MailText> letter;

    @PostConstruct
    void enter() {
        if (!me.may("BILLING")) {
            Missing.refuse();
            return;
        }
        List<NoticeKind> kinds = letters.kinds();
        kind = kinds.stream()
                .filter(one -> one.name().equals(Faces.getRequestParameter("kind")))
                .findFirst()
                .orElse(kinds.isEmpty() ? null : kinds.get(0));
        language = Arrays.stream(Language.values())
                .filter(one -> one.tag().equals(Faces.getRequestParameter("language")))
                .findFirst()
                .orElse(visitor.getLanguage());
        who = Objects.requireNonNullElse(Faces.getRequestParameter("who"), "").strip();
        client = who.isEmpty() ? null : find();
        run = number("run");
    }

    private Long find() {
        return clients
                .page(new ClientFilter(who, null, true, false), ClientFilter.Sort.NAME, true, 0, 1)
                .rows()
                .stream()
                .map(ClientLine::id)
                .findFirst()
                .orElse(null);
    }

    private static Long number(String parameter) {
        String asked = Faces.getRequestParameter(parameter);
        return asked != null && asked.matches("\\d{1,18}") ? Long.valueOf(asked) : null;
    }

    /** Those that are there, for whom they are. */
    public List<Shelf> getShelves() {
        List<NoticeKind> kinds = letters.kinds();
        List<Shelf> shelves = new ArrayList<>();
        for (Audience audience : Audience.values()) {
            List<NoticeKind> theirs =
                    kinds.stream().filter(one -> one.audience() == audience).toList();
            if (!theirs.isEmpty()) {
                shelves.add(new Shelf(audience, theirs));
            }
        }
        return shelves;
    }

    /** Mails for the same people. */
    public record Shelf(Audience audience, List<NoticeKind> kinds) {}

    /** Null where there is nothing that it could be about. */
    public MailText getLetter() {
        if (letter == null) {
            letter = kind == null ? Optional.empty() : letters.look(kind, subject(), language.locale());
        }
        return letter.orElse(null);
    }

    public void sendToMe() {
        if (letters.sendToMe(kind, subject(), language.locale())) {
            Feedback.say("outbox.letters.sent", me.getEmail());
        } else {
            Feedback.complain("outbox.letters.nothing");
        }
    }

    /** The same mail in another language, or another one about the same. */
    public String address(NoticeKind other, Language tongue) {
        return "/admin/letters?kind=" + other + "&language=" + tongue.tag()
                + (who.isEmpty() ? "" : "&who=" + URLEncoder.encode(who, StandardCharsets.UTF_8))
                + (run == null ? "" : "&run=" + run);
    }

    /** The latest. */
    public List<RunLine> getRuns() {
        return Stream.concat(runs.open().stream(), runs.over(RUNS).stream())
                .distinct()
                .sorted(Comparator.comparing(RunLine::billDay).reversed())
                .toList();
    }

    /** Whether it can be about one client or another. */
    public boolean isAboutClients() {
        return CLIENTS.contains(kind);
    }

    /** Whether somebody looked for a client who is not there. */
    public boolean isLost() {
        return !who.isEmpty() && client == null;
    }

    public String getWho() {
        return who;
    }

    public Long getRun() {
        return run;
    }

    private LetterSubject subject() {
        return new LetterSubject(client, run);
    }

    public NoticeKind getKind() {
        return kind;
    }

    public Language getLanguage() {
        return language;
    }
}
