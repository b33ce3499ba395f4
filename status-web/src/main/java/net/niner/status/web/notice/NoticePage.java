package net.niner.status.web.notice;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import net.niner.status.notice.NoticeMails;
import net.niner.status.notice.NoticeMails.NoticeMail;
import net.niner.status.notice.NoticeRefused;
import net.niner.status.notice.NoticeRow;
import net.niner.status.notice.NoticeState;
import net.niner.status.notice.NoticeView;
import net.niner.status.notice.Outbox;
import net.niner.status.web.account.Me;
import net.niner.status.web.platform.Feedback;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.Words;
import net.niner.status.web.platform.faces.Missing;
import org.omnifaces.util.Faces;

/** One notice: where it stands, its exact text, what happened, and what a person may decide about it. */
@Named
@ViewScoped
public class NoticePage implements Serializable {

    private static final long serialVersionUID = 1;

    @Inject
    private transient Outbox outbox;

    @Inject
    private transient NoticeMails mails;

    @Inject
    private Me me;

    @Inject
    private Visitor visitor;

    private long id;
    private transient NoticeView view;
    private transient Optional<NoticeMail> mail;

    @PostConstruct
    void enter() {
        String asked = Faces.getRequestParameter("id");
        if (!me.may("BILLING")) {
            Missing.refuse();
        } else if (asked == null || !asked.matches("\\d{1,18}")) {
            Missing.answer();
        } else {
            id = Long.parseLong(asked);
            outbox.notice(id).ifPresentOrElse(found -> view = found, Missing::answer);
        }
    }

    public NoticeView getView() {
        if (view == null && id > 0) {
            view = outbox.notice(id).orElse(null);
        }
        return view;
    }

    public NoticeRow getNotice() {
        return getView() == null ? null : view.row();
    }

    public void hold() throws IOException {
        attempt(() -> outbox.hold(id), "outbox.held");
    }

    public void release() throws IOException {
        attempt(() -> outbox.release(id), "outbox.released");
    }

    public void cancel() throws IOException {
        attempt(() -> outbox.cancel(id), "outbox.cancelled");
    }

    public void arrived() throws IOException {
        attempt(() -> outbox.resolve(id, true), "outbox.unknown.arrived.done");
    }

    public void again() throws IOException {
        attempt(() -> outbox.resolve(id, false), "outbox.unknown.again.done");
    }

    /** Says what was done, or how the notice stands by now, and shows it anew. */
    private void attempt(Runnable deed, String done) throws IOException {
        try {
            deed.run();
            Feedback.say(done);
            FacesContext.getCurrentInstance().getExternalContext().redirect("/admin/notice?id=" + id);
        } catch (NoticeRefused refused) {
            view = null;
            Words words = visitor.words();
            refused.state()
                    .ifPresentOrElse(
                            state -> Feedback.complain("outbox.meanwhile", words.of("outbox.state", state)),
                            () -> Feedback.complain("outbox.missing"));
        }
    }

    public boolean isHoldable() {
        return stands(NoticeState.QUEUED);
    }

    public boolean isReleasable() {
        return stands(NoticeState.HELD)
                || stands(NoticeState.FAILED) && getView().text() != null;
    }

    public boolean isCancellable() {
        return isHoldable() || stands(NoticeState.HELD);
    }

    private boolean stands(NoticeState state) {
        return getNotice() != null && getNotice().state() == state;
    }

    /** As it goes out; null where it is forgotten. */
    public NoticeMail getMail() {
        if (mail == null) {
            mail = id > 0 ? mails.mail(id) : Optional.empty();
        }
        return mail.orElse(null);
    }

    /** In the reader's language. */
    public String getLanguageName() {
        return Locale.forLanguageTag(getView().language())
                .getDisplayLanguage(visitor.getLanguage().locale());
    }
}
