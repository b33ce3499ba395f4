package net.niner.status.notice;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import javax.sql.DataSource;
import net.niner.status.account.Allowed;
import net.niner.status.account.Audit;
import net.niner.status.account.Permission;
import net.niner.status.platform.ChangedMeanwhile;
import net.niner.status.platform.Rows;

/** The quiet hours of the owners. */
@Stateless
public class AlertHoursSetting {

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Inject
    private Audit audit;

    public AlertHours current() {
        return Rows.query(
                        dataSource,
                        "select quiet_from, quiet_until, zone, version from alert_hours where id = 1",
                        row -> new AlertHours(
                                row.getObject("quiet_from", LocalTime.class),
                                row.getObject("quiet_until", LocalTime.class),
                                ZoneId.of(row.getString("zone")),
                                row.getInt("version")))
                .get(0);
    }

    /** @throws ChangedMeanwhile if somebody else changed them since */
    @Allowed(Permission.SETTINGS)
    public void change(AlertHours hours) {
        AlertHours before = current();
        int changed = Rows.update(
                dataSource,
                "update alert_hours set quiet_from = ?, quiet_until = ?, zone = ?, version = version + 1 where id = 1 and version = ?",
                hours.from(),
                hours.until(),
                hours.zone().getId(),
                hours.version());
        if (changed == 0) {
            throw new ChangedMeanwhile("quiet hours", null, null);
        }
        audit.record("alert.hours", "quiet hours", words(before), words(hours));
    }

    private static Map<String, String> words(AlertHours hours) {
        return Map.of(
                "from", hours.from().toString(),
                "until", hours.until().toString(),
                "zone", hours.zone().getId());
    }
}
