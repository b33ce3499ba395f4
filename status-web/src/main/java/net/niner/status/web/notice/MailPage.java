package net.niner.status.web.notice;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.niner.status.notice.InvalidMailSetup;
import net.niner.status.notice.InvalidMailSetup.Field;
import net.niner.status.notice.MailSecurity;
import net.niner.status.notice.MailSettings;
import net.niner.status.notice.MailSettings.Edition;
import net.niner.status.notice.NoticeFilter;
import net.niner.status.notice.NoticeKind;
import net.niner.status.notice.NoticeRow;
import net.niner.status.notice.NoticeState;
import net.niner.status.notice.Outbox;
import net.niner.status.platform.ChangedMeanwhile;
import net.niner.status.web.account.Me;
import net.niner.status.web.platform.Feedback;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.faces.Missing;

/** How mail goes out, and whether it does: a test goes the way of all mails, and what becomes of it is shown. */
@Named
@ViewScoped
public class MailPage implements Serializable {

    private static final long serialVersionUID = 1;
    private static final int TESTS = 3;
    private static final Set<NoticeState> MOVING = EnumSet.of(NoticeState.QUEUED, NoticeState.SENDING);

    @Inject
    private transient MailSettings settings;

    @Inject
    private transient Outbox outbox;

    @Inject
    private Visitor visitor;

    @Inject
    private Me me;

    private MailForm form;
    private int version;
    private boolean configured;
    private String testAddress;
    private final Map<Field, String> errors = new HashMap<>();

    @PostConstruct
    void enter() {
        if (!me.may("SETTINGS")) {
            Missing.refuse();
            return;
        }
        show(settings.edition());
        testAddress = me.getEmail();
    }

    private void show(Edition edition) {
        form = new MailForm(edition);
        version = edition.version();
        configured = edition.setup().sends();
    }

    public void save() throws IOException {
        errors.clear();
        try {
            settings.change(form.setup(), form.newRelayPassword(), form.newBouncePassword(), version);
            Feedback.say("outbox.saved");
            FacesContext.getCurrentInstance().getExternalContext().redirect("/admin/mail");
        } catch (InvalidMailSetup invalid) {
            explain(invalid);
        } catch (ChangedMeanwhile meanwhile) {
            version = settings.edition().version();
            Feedback.complain("outbox.outdated");
        }
    }

    public void test() throws IOException {
        errors.clear();
        try {
            settings.sendTest(testAddress, visitor.getLanguage().locale());
            FacesContext.getCurrentInstance().getExternalContext().redirect("/admin/mail");
        } catch (InvalidMailSetup invalid) {
            explain(invalid);
        }
    }

    private void explain(InvalidMailSetup invalid) {
        invalid.problems()
                .forEach(problem -> errors.merge(
                        problem.field(),
                        visitor.words().of("outbox.fault." + problem.fault().name(), problem.given()),
                        (one, other) -> one + " " + other));
        Feedback.complain("outbox.refused");
    }

    /** What is wrong with a field, null where nothing is. */
    public String error(String field) {
        return errors.get(Field.valueOf(field));
    }

    /** The latest, with what became of them. */
    public List<NoticeRow> getTests() {
        return me.may("BILLING")
                ? outbox.find(
                                new NoticeFilter(null, EnumSet.of(NoticeKind.TEST), null, null, null, null, false),
                                0,
                                TESTS)
                        .rows()
                : List.of();
    }

    /** Whether one of them is still on its way. */
    public boolean isMoving() {
        return getTests().stream().anyMatch(test -> MOVING.contains(test.state()));
    }

    public MailSecurity[] getSecurities() {
        return MailSecurity.values();
    }

    /** Whether what is saved is enough to send. */
    public boolean isConfigured() {
        return configured;
    }

    public int getVersion() {
        return version;
    }

    public MailForm getForm() {
        return form;
    }

    public String getTestAddress() {
        return testAddress;
    }

    public void setTestAddress(String testAddress) {
        this.testAddress = testAddress;
    }
}
