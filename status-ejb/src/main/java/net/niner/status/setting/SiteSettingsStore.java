package net.niner.status.setting;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import net.niner.status.account.Allowed;
import net.niner.status.account.Audit;
import net.niner.status.account.Permission;
import net.niner.status.platform.Migrations;
import net.niner.status.platform.Rows;

/** Where what people chose is kept: one row a setting, and none where the standard holds. */
@Stateless
public class SiteSettingsStore {

    /**
     * The settings as somebody goes on to change them.
     *
     * @param version to be given back with the change
     */
    public record Edition(SiteSettings settings, int version) {}

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Resource
    private TransactionSynchronizationRegistry transaction;

    @EJB
    private Migrations migrations;

    @EJB
    private Audit audit;

    @Inject
    private StandardSettings standard;

    @Inject
    private ChosenSettings chosen;

    @Allowed(Permission.SETTINGS)
    public Edition edition() {
        int version = version();
        return new Edition(read(), version);
    }

    /**
     * From then on these are in force. What stays as it is need not please the rules: they may have become stricter since.
     *
     * @param version that of the {@link Edition} that was changed
     * @throws InvalidSiteSettings if they cannot be used
     * @throws SettingsOutdated if somebody else has changed them since
     */
    @Allowed(Permission.SETTINGS)
    public void change(SiteSettings settings, int version) {
        Set<Field> changed = settings.differencesFrom(read());
        List<InvalidSetting> problems = SettingRules.problems(settings).stream()
                .filter(problem -> changed.contains(problem.field()))
                .toList();
        if (!problems.isEmpty()) {
            throw new InvalidSiteSettings(problems);
        }
        if (Rows.update(dataSource, "update site_settings set version = version + 1 where version = ?", version) == 0) {
            throw new SettingsOutdated();
        }
        Map<Field, String> before = read().written();
        Map<Field, String> after = settings.written();
        Map<Field, String> byThemselves = standard.settings().written();
        after.forEach((field, value) -> {
            if (!value.equals(before.get(field))) {
                write(field, value.equals(byThemselves.get(field)) ? null : value);
            }
        });
        audit.record("settings.change", settings.siteName(), told(before), told(after));
        transaction.registerInterposedSynchronization(new ForgetAfterwards(chosen));
    }

    /** What is in force; {@link ChosenSettings} has it in memory. */
    public SiteSettings read() {
        migrations.await();
        Map<Field, String> written = new EnumMap<>(Field.class);
        Rows.query(
                dataSource,
                "select name, content from site_setting",
                row -> written.put(Field.valueOf(row.getString(1)), row.getString(2)));
        return WrittenSettings.over(standard.settings(), written);
    }

    private int version() {
        migrations.await();
        return Rows.query(dataSource, "select version from site_settings", row -> row.getInt(1))
                .get(0);
    }

    private void write(Field field, String value) {
        Rows.update(dataSource, "delete from site_setting where name = ?", field.name());
        if (value != null) {
            Rows.update(dataSource, "insert into site_setting (name, content) values (?, ?)", field.name(), value);
        }
    }

    /** For the trail a picture is not worth a thousand words: its kind and size will do. */
    private static Map<String, String> told(Map<Field, String> written) {
        Map<String, String> told = new LinkedHashMap<>();
        written.forEach((field, value) -> told.put(
                field.name().toLowerCase(Locale.ROOT),
                field == Field.LOGO && !value.isEmpty()
                        ? value.substring(0, value.indexOf(' ')) + ", " + value.length() + " characters, "
                                + Integer.toHexString(value.hashCode())
                        : value));
        return told;
    }

    /** Not before the change is there for everybody. */
    private record ForgetAfterwards(ChosenSettings chosen) implements Synchronization {

        @Override
        public void beforeCompletion() {
            // what is in force stays in force until then
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                chosen.forget();
            }
        }
    }
}
