package net.niner.status.web.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.niner.status.maintenance.MaintenanceWindow;
import net.niner.status.server.Location;
import net.niner.status.server.Role;
import net.niner.status.server.Server;
import net.niner.status.server.Visibility;
import org.junit.jupiter.api.Test;

/** What one library writes, another reads. */
class MaintenanceCalendarTest {

    private static final Instant FROM = Instant.parse("2026-03-01T22:00:00Z");
    private static final String SITE = "https://status.niner.example";

    @Test
    void anotherProgramReadsTheSame() throws IOException, ParserException {
        MaintenanceWindow planned = window("Disques: neufs; é, vraiment");
        MaintenanceWindow cancelled = window("Cables");
        cancelled.cancel("The supplier is late, again", FROM);

        Calendar read = read(List.of(planned, cancelled));
        read.validate(false);
        assertThat(read.getComponents()).hasSize(2);
        VEvent first = (VEvent) read.getComponents().get(0);
        assertThat(first.getSummary().getValue()).isEqualTo("NC036: Disques: neufs; é, vraiment");
        assertThat(first.getStartDate().getDate().toInstant()).isEqualTo(FROM);
        assertThat(first.getEndDate().getDate().toInstant()).isEqualTo(FROM.plus(Duration.ofHours(2)));
        assertThat(first.getUid().getValue()).isEqualTo(planned.uid());
        assertThat(first.getSequence().getSequenceNo()).isEqualTo(planned.version());
        assertThat(first.getStatus().getValue()).isEqualTo("CONFIRMED");
        VEvent second = (VEvent) read.getComponents().get(1);
        assertThat(second.getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(second.getDescription().getValue()).isEqualTo("The supplier is late, again");
    }

    @Test
    void theSameWindowsMakeTheSameFile() {
        List<MaintenanceWindow> windows = List.of(window("Disks"));
        assertThat(MaintenanceCalendar.of(windows, "Niner", SITE))
                .isEqualTo(MaintenanceCalendar.of(windows, "Niner", SITE));
    }

    private static MaintenanceWindow window(String title) {
        Server server = new Server("NC036", new Location("Amsterdam", "NL"), Role.MAIL_SERVER, Visibility.PUBLIC);
        MaintenanceWindow window =
                new MaintenanceWindow(title, List.of(server), FROM, FROM.plus(Duration.ofHours(2)), FROM);
        window.changed("ann@example.org", FROM.minusSeconds(60));
        return window;
    }

    private static Calendar read(List<MaintenanceWindow> windows) throws IOException, ParserException {
        byte[] file = MaintenanceCalendar.of(windows, "Niner", SITE);
        return new CalendarBuilder().build(new StringReader(new String(file, StandardCharsets.UTF_8)));
    }
}
