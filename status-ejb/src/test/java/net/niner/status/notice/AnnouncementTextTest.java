package net.niner.status.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.niner.status.incident.Impact;
import net.niner.status.incident.Incident;
import net.niner.status.incident.IncidentState;
import net.niner.status.incident.IncidentUpdate;
import net.niner.status.maintenance.MaintenanceWindow;
import net.niner.status.platform.SiteUrl;
import net.niner.status.post.Post;
import net.niner.status.post.PostFormat;
import net.niner.status.server.Location;
import net.niner.status.server.Role;
import net.niner.status.server.Server;
import net.niner.status.server.Visibility;
import org.junit.jupiter.api.Test;

/** A mail about an incident or about planned work can be understood without the site. */
class AnnouncementTextTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    private final Server mail = server("NC036", Visibility.PUBLIC);
    private final Server web = server("NC042", Visibility.PUBLIC);
    private final Server inner = server("INT7", Visibility.INTERNAL);

    @Test
    void anUpdateOfAnIncidentSaysWhatItIsAboutAndWhereItStands() {
        MailText english = text(Locale.ENGLISH).of(identified());
        assertThat(english.subject()).isEqualTo("[NC036, NC042] Mail is delayed: identified");
        assertThat(english.text())
                .containsSubsequence(
                        "Mail is delayed",
                        "State: identified",
                        "Began: 4 March 2026 12:00 UTC",
                        "NC036: partial outage",
                        "NC042: no impact any more",
                        "We found the disk.",
                        "/incidents/")
                .doesNotContain("INT7", "Update 2", "Resolved");
        assertThat(english.html()).contains("We found the disk.").doesNotContain("INT7");

        MailText french = text(Locale.FRENCH).of(identified());
        assertThat(french.subject()).isEqualTo("[NC036, NC042] Mail is delayed : cause trouvée");
        assertThat(french.text())
                .contains("État : cause trouvée", "Début : 4 mars 2026 12:00 UTC", "NC036 : panne partielle")
                .doesNotContain("INT7");
    }

    @Test
    void whatIsResolvedSaysSince() {
        Incident incident = identified().incident();
        MailText over = text(Locale.ENGLISH)
                .of(incident.update(
                        post("NC036: Update 3", "Over."), IncidentState.RESOLVED, Map.of(), NOON.plusSeconds(3_600)));
        assertThat(over.subject()).endsWith("Mail is delayed: resolved");
        assertThat(over.text()).contains("Resolved: 4 March 2026 13:00 UTC", "NC036: no impact any more");
    }

    @Test
    void newsOfPlannedWorkSaysWhenAndWhere() {
        MaintenanceWindow window = new MaintenanceWindow(
                "New disks", List.of(mail, inner), NOON, NOON.plus(Duration.ofHours(2)), NOON.minusSeconds(60));
        window.tell(post("NC036: New disks", "We replace them."), NOON.minusSeconds(60));
        MailText english = text(Locale.ENGLISH).of(window, window.updates().get(0));
        assertThat(english.subject()).isEqualTo("[NC036] New disks: planned maintenance");
        assertThat(english.text())
                .containsSubsequence(
                        "Planned: from 4 March 2026 12:00 UTC until 4 March 2026 14:00 UTC",
                        "Servers: NC036",
                        "We replace them.",
                        "/maintenance/")
                .doesNotContain("INT7");
        assertThat(text(Locale.FRENCH).of(window, window.updates().get(0)).text())
                .contains("Prévue : du 4 mars 2026 12:00 UTC au 4 mars 2026 14:00 UTC");
    }

    private IncidentUpdate identified() {
        Incident incident = new Incident(
                NOON,
                NOON,
                Map.of(mail, Impact.MAJOR_OUTAGE, web, Impact.DEGRADED, inner, Impact.MAJOR_OUTAGE),
                "Mail is delayed",
                "We look.");
        incident.publish(post("Mail is delayed", "We look."), NOON);
        return incident.update(
                post("Update 2", "We found the disk."),
                IncidentState.IDENTIFIED,
                Map.of(mail, Impact.PARTIAL_OUTAGE, inner, Impact.MAJOR_OUTAGE),
                NOON.plusSeconds(600));
    }

    private static AnnouncementText text(Locale language) {
        return new AnnouncementText(language, new SiteUrl() {
            @Override
            public String of(String path) {
                return "https://status.example" + path;
            }
        });
    }

    private static Post post(String title, String body) {
        return new Post(title, PostFormat.MARKDOWN, body, "ann@example.org", NOON);
    }

    private static Server server(String code, Visibility visibility) {
        return new Server(code, new Location("Perth", "AU"), Role.OTHER, visibility);
    }
}
