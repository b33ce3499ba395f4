package net.niner.status.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import net.niner.status.account.Actor;
import net.niner.status.account.Caller;
import net.niner.status.account.Forbidden;
import net.niner.status.account.Permission;
import net.niner.status.notice.Letter;
import net.niner.status.notice.NoticeDraft;
import net.niner.status.notice.NoticeKey;
import net.niner.status.notice.NoticeKind;
import net.niner.status.notice.Notices;
import net.niner.status.notice.OwnerTasks;
import net.niner.status.notice.Recipient;
import net.niner.status.notice.TaskKind;
import net.niner.status.platform.JobOutput;
import net.niner.status.platform.Rows;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a client may ask for: all that is kept of them, and that it is forgotten. */
@ExtendWith(ArquillianExtension.class)
class ClientPrivacyIT {

    /** In whatever is kept of the client. */
    private static final String WORD = "zimtstern";

    private static final RegisterBatch ALL = new RegisterBatch(
            List.of(
                    new ClientRecord(
                            "csv",
                            "privacy-1",
                            "Haus Zimtstern",
                            "post@zimtstern.example",
                            null,
                            Locale.ENGLISH,
                            null,
                            null,
                            true),
                    new ClientRecord("csv", "privacy-2", "Anders", null, null, null, null, null, true)),
            List.of(
                    service("privacy-1", "privacy-1", "zimtstern.example"),
                    service("privacy-1b", "privacy-1", "Large"),
                    service("privacy-2", "privacy-2", "Large")),
            List.of(new InvoiceRecord(
                    "csv",
                    "privacy-1",
                    "privacy-1",
                    "ZIMTSTERN-7",
                    InvoiceState.ISSUED,
                    LocalDate.of(2031, 5, 15),
                    LocalDate.of(2031, 5, 16),
                    null,
                    null,
                    LocalDate.of(2031, 5, 15))));

    private static ServiceRecord service(String id, String client, String name) {
        return new ServiceRecord(
                "csv", id, client, ServiceKind.DOMAIN, name, LocalDate.of(2031, 7, 20), ServiceState.ACTIVE);
    }

    @EJB
    private ClientPrivacy privacy;

    @EJB
    private BillingRegister register;

    @EJB
    private Notices notices;

    @EJB
    private OwnerTasks tasks;

    @EJB
    private ImportUploads uploads;

    @EJB
    private JobOutput output;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @BeforeEach
    void actAsTheSite() {
        Caller.bind(Actor.site());
    }

    @AfterEach
    void actAsNobody() {
        Caller.forget();
    }

    @Test
    void whatIsKeptIsExportedAndThenForgottenWhereverItStood() {
        register.upsert(ALL);
        long id = Rows.query(dataSource, "select id from client where source_id = 'privacy-1'", row -> row.getLong(1))
                .get(0);
        Recipient recipient =
                new Recipient(Recipient.client(id), "post@zimtstern.example", Locale.ENGLISH, ZoneOffset.UTC);
        notices.enqueue(new NoticeDraft(
                new NoticeKey(NoticeKind.EXPIRY, "privacy:1", recipient.ref(), "30", 0),
                recipient,
                new Letter().paragraph("zimtstern.example expires.").under("zimtstern.example"),
                Instant.parse("2040-01-01T00:00:00Z"),
                "a test"));
        Recipient owner = new Recipient("owner", "owner@example.org", Locale.ENGLISH, ZoneOffset.UTC);
        notices.enqueue(new NoticeDraft(
                new NoticeKey(NoticeKind.EXPIRY_UNBILLED, "privacy:1", "owner", "", 0),
                owner,
                new Letter().paragraph("Haus Zimtstern: zimtstern.example.").under("Expiring: zimtstern.example"),
                Instant.parse("2040-01-01T00:00:00Z"),
                "a test"));
        tasks.raise(TaskKind.UNREACHABLE, "privacy|" + id, id, "Call Haus Zimtstern.");
        notices.enqueue(new NoticeDraft(
                new NoticeKey(NoticeKind.EXPIRY_UNBILLED, "privacy:2", "owner", "", 0),
                owner,
                new Letter().paragraph("Anders: Large, Larger.").under("Expiring: Large"),
                Instant.parse("2040-01-01T00:00:00Z"),
                "a test"));
        output.write(
                -77,
                List.of(
                        "ADD  client Haus Zimtstern",
                        "ADD  service zimtstern.example",
                        "ADD  service Large",
                        "ADD  service Larger",
                        "2 to add"));
        output.write(-78, List.of("ADD  service Large"));
        ImportUpload waiting = uploads.stage(
                List.of(new ImportFile(
                        "clients.csv",
                        "id,name,email\nprivacy-1,Haus Zimtstern,post@zimtstern.example\nprivacy-2,Anders,\n")),
                ImportSource.CSV,
                ImportDateFormat.ISO);

        assertThat(privacy.export(id))
                .contains("Haus Zimtstern", "post@zimtstern.example", "2031-07-20", "ZIMTSTERN-7")
                .contains("zimtstern.example expires.", "Call Haus Zimtstern.");
        assertThat(privacy.effects(id)).isEqualTo(new ErasureEffects(2, 1, 1, 1));

        assertThat(privacy.erase(id)).isEqualTo(new ErasureEffects(2, 1, 1, 1));

        assertThat(kept()).isEmpty();
        assertThat(privacy.export(id)).doesNotContainIgnoringCase(WORD).contains("2031-07-20", "CANCELLED");
        assertThat(output.read(-77)).containsExactly("-", "-", "-", "ADD  service Larger", "2 to add");
        assertThat(output.read(-78)).containsExactly("ADD  service Large");
        assertThat(Rows.query(
                        dataSource,
                        "select text_body from notice where subject = 'Expiring: Large'",
                        row -> row.getString(1)))
                .singleElement()
                .asString()
                .contains("Anders: Large, Larger.");
        assertThat(uploads.find(waiting.id()).orElseThrow().state()).isEqualTo(ImportUpload.State.READY);
        assertThat(Rows.query(
                        dataSource,
                        "select content from billing_upload_row where upload_id = ?",
                        row -> row.getString(1),
                        waiting.id()))
                .singleElement()
                .asString()
                .contains("Anders");
        uploads.discard(waiting.id());
        assertThat(register.upsert(ALL)).isEmpty();
        assertThat(kept()).isEmpty();
        Rows.update(dataSource, "delete from job_output where execution_id in (-77, -78)");
    }

    /** Places in the database in which the client is named still. */
    private List<String> kept() {
        return List.of(
                        "client.name",
                        "client.email",
                        "client_service.name",
                        "invoice.number",
                        "notice.address",
                        "notice.subject",
                        "notice.text_body",
                        "notice.html_body",
                        "notice.why",
                        "notice_event.what",
                        "owner_task.task",
                        "job_output.words",
                        "billing_upload_row.content",
                        "audit_event.subject",
                        "audit_event.changes")
                .stream()
                .filter(this::names)
                .toList();
    }

    private boolean names(String place) {
        String[] column = place.split("\\.");
        return Rows.query(
                                dataSource,
                                "select count(*) from " + column[0] + " where lower(cast(" + column[1]
                                        + " as varchar(1048576))) like ?",
                                row -> row.getInt(1),
                                "%" + WORD + "%")
                        .get(0)
                > 0;
    }

    @Test
    void onlyWhoLooksAfterBillingMay() {
        Caller.bind(new Actor(
                null, "ops@example.org", "192.0.2.8", Set.of(Permission.READ, Permission.JOBS, Permission.SETTINGS)));
        assertThatThrownBy(() -> privacy.export(1)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> privacy.erase(1)).isInstanceOf(Forbidden.class);
        Caller.bind(Actor.site());
        assertThatThrownBy(() -> privacy.erase(-1)).isInstanceOf(NoSuchClient.class);
    }
}
