package net.niner.status.web.notice;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import net.niner.status.notice.ApprovalBatch;
import net.niner.status.notice.MailText;
import net.niner.status.notice.NoticeFilter;
import net.niner.status.notice.NoticeKind;
import net.niner.status.notice.NoticeMails;
import net.niner.status.notice.NoticeRow;
import net.niner.status.notice.NoticeView;
import net.niner.status.notice.Outbox;
import net.niner.status.web.account.Me;
import net.niner.status.web.platform.Feedback;
import net.niner.status.web.platform.faces.Missing;

/**
 * What waits for approval, to be looked at and decided on as a whole. What comes while somebody reads was not seen, and is not approved with the
 * rest.
 */
@Named
@ViewScoped
public class ApprovalPage implements Serializable {

    private static final long serialVersionUID = 1;
    private static final int EXAMPLES = 3;

    /** Among so many of a kind are other recipients and languages looked for. */
    private static final int LOOKED_AT = 20;

    @Inject
    private transient Outbox outbox;

    @Inject
    private transient NoticeMails texts;

    @Inject
    private Me me;

    private int mails;
    private int recipients;
    private long last;
    private Instant until;
    private List<Group> groups = List.of();
    private transient List<Example> examples;

    /** One of them, as it goes out. */
    public record Example(NoticeRow row, MailText text) {}

    /** How many of one kind. */
    public record Group(NoticeKind kind, int mails) implements Serializable {}

    @PostConstruct
    void enter() {
        if (!me.may("BILLING")) {
            Missing.refuse();
            return;
        }
        ApprovalBatch batch = outbox.toApprove();
        mails = batch.count();
        recipients = batch.recipients();
        last = batch.last();
        until = batch.until();
        groups = batch.kinds().entrySet().stream()
                .map(kind -> new Group(kind.getKey(), kind.getValue()))
                .toList();
    }

    /** Up to three: of as many kinds as there are, then of as many languages, and as many recipients. */
    public List<Example> getExamples() {
        if (examples == null) {
            examples = choose().stream()
                    .flatMap(row -> texts.mail(row.id()).map(mail -> new Example(row, mail.text())).stream())
                    .toList();
        }
        return examples;
    }

    private List<NoticeRow> choose() {
        List<NoticeRow> left = new ArrayList<>(groups.stream()
                .flatMap(group -> rows(EnumSet.of(group.kind()), LOOKED_AT))
                .toList());
        Map<Long, String> languages = new HashMap<>();
        left.forEach(row -> languages.put(
                row.id(), outbox.notice(row.id()).map(NoticeView::language).orElse("")));
        List<NoticeRow> chosen = new ArrayList<>();
        while (chosen.size() < EXAMPLES && !left.isEmpty()) {
            NoticeRow next = left.stream()
                    .min(Comparator.comparing((NoticeRow row) -> has(chosen, row, NoticeRow::kind))
                            .thenComparing(row -> has(chosen, row, one -> languages.get(one.id())))
                            .thenComparing(row -> has(chosen, row, NoticeRow::recipient)))
                    .orElseThrow();
            chosen.add(next);
            left.remove(next);
        }
        return chosen;
    }

    private static boolean has(List<NoticeRow> chosen, NoticeRow row, Function<NoticeRow, Object> what) {
        return chosen.stream().map(what).anyMatch(what.apply(row)::equals);
    }

    private Stream<NoticeRow> rows(Set<NoticeKind> kinds, int most) {
        return outbox.find(new NoticeFilter(null, kinds, null, null, null, null, true), 0, most).rows().stream()
                .filter(row -> row.id() <= last);
    }

    public void approve() throws IOException {
        int approved = outbox.approveUpTo(last, until);
        Feedback.say("outbox.approval.done", approved);
        leave();
    }

    /** Takes all of them back. */
    public void cancel() throws IOException {
        int cancelled = outbox.cancelUpTo(last, until);
        Feedback.say("outbox.approval.cancelled", cancelled);
        leave();
    }

    private void leave() throws IOException {
        int more = outbox.toApprove().count();
        if (more > 0) {
            Feedback.say("outbox.approval.more", more);
        }
        FacesContext.getCurrentInstance().getExternalContext().redirect("/admin/outbox");
    }

    public int getMails() {
        return mails;
    }

    public int getRecipients() {
        return recipients;
    }

    public List<Group> getGroups() {
        return groups;
    }
}
