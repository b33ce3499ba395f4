package net.niner.status.web.notice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import net.niner.status.notice.Fence;
import net.niner.status.notice.MailSettings;
import net.niner.status.notice.MailState;
import net.niner.status.notice.NoticeState;
import net.niner.status.notice.Outbox;
import net.niner.status.notice.RelayHealth.Trouble;
import net.niner.status.web.account.Me;
import net.niner.status.web.platform.Feedback;

/** Whether mail goes out at all, for the strips above the pages of the outbox and of mail. */
@Named
@RequestScoped
public class Sending {

    @Inject
    private MailSettings settings;

    @Inject
    private Outbox outbox;

    @Inject
    private Fence fence;

    @Inject
    private Me me;

    private MailState state;
    private Integer waiting;

    private MailState state() {
        if (state == null) {
            state = settings.state();
        }
        return state;
    }

    /** The database comes from another installation. */
    public boolean isCopied() {
        return state() == MailState.OTHER_INSTALLATION;
    }

    public boolean isUnconfigured() {
        return state() == MailState.NO_RELAY;
    }

    public boolean isFailing() {
        return state() == MailState.RELAY_FAILS;
    }

    /** What the relay said, for those who may change which one it is. */
    public String getFailure() {
        return me.may("SETTINGS") ? settings.trouble().map(Trouble::words).orElse("") : "";
    }

    /** How many mails would go out if they could. */
    public int getWaiting() {
        if (waiting == null) {
            waiting = me.may("BILLING") ? outbox.counts().getOrDefault(NoticeState.QUEUED, 0) : 0;
        }
        return waiting;
    }

    /** From now on this installation sends. */
    public void confirm() throws IOException {
        fence.confirm();
        Feedback.say("outbox.fence.confirmed");
        FacesContext.getCurrentInstance().getExternalContext().redirect("/admin/outbox");
    }
}
