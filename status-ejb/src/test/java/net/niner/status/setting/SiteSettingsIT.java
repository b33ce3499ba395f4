package net.niner.status.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import net.niner.status.account.Actor;
import net.niner.status.account.Caller;
import net.niner.status.account.Forbidden;
import net.niner.status.account.UserRole;
import net.niner.status.platform.Rows;
import net.niner.status.setting.SiteSettingsStore.Edition;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class SiteSettingsIT {

    @EJB
    private SiteSettingsStore store;

    @Inject
    private ChosenSettings chosen;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @BeforeEach
    void signIn() {
        Caller.bind(Actor.site());
    }

    @AfterEach
    void asItWas() {
        Caller.bind(Actor.site());
        Rows.update(dataSource, "delete from site_setting");
        chosen.forget();
        Caller.forget();
    }

    @Test
    void whatNobodyChoseFollowsTheConfiguration() {
        assertThat(chosen.current().siteName()).isEqualTo("NinerNet");
        assertThat(chosen.current().samplesKeep()).isEqualTo(Duration.ofDays(2));
        assertThat(chosen.current().languages()).containsExactly("en", "fr");
        assertThat(SettingRules.problems(chosen.current())).isEmpty();
    }

    @Test
    void whatIsChosenIsInForceAtOnceAndOnlyThatIsKept() {
        Edition edition = store.edition();
        SiteSettings wanted = with(
                edition.settings(),
                Map.of(
                        Field.SITE_NAME, "Réseau d’exemple",
                        Field.LINKS, "Company\thttps://example.com/",
                        Field.LINK_TARGETS, "192.0.2.1:53 192.0.2.2:53"));

        store.change(wanted, edition.version());

        assertThat(chosen.current()).isEqualTo(wanted);
        assertThat(stored()).containsExactlyInAnyOrder("SITE_NAME", "LINKS", "LINK_TARGETS");
        Edition next = store.edition();
        assertThat(next.settings()).isEqualTo(wanted);
        store.change(with(wanted, Map.of(Field.SITE_NAME, "NinerNet")), next.version());
        assertThat(stored()).containsExactlyInAnyOrder("LINKS", "LINK_TARGETS");
    }

    @Test
    void aLogoOfTheLargestSizeIsKept() {
        Logo logo = new Logo(Logo.Format.PNG, new byte[Logo.MOST_KEPT]);
        Edition edition = store.edition();

        store.change(with(edition.settings(), Map.of(Field.LOGO, "PNG " + logo.base64())), edition.version());

        assertThat(chosen.current().logo()).isEqualTo(logo);
    }

    @Test
    void twoWhoChangeThemDoNotOverwriteEachOther() {
        Edition mine = store.edition();
        Edition hers = store.edition();
        store.change(with(hers.settings(), Map.of(Field.SITE_NAME, "Hers")), hers.version());

        assertThatThrownBy(() -> store.change(with(mine.settings(), Map.of(Field.SITE_NAME, "Mine")), mine.version()))
                .isInstanceOf(SettingsOutdated.class);

        assertThat(chosen.current().siteName()).isEqualTo("Hers");
    }

    @Test
    void whatIsWrongIsNamedAndNothingChanges() {
        Edition edition = store.edition();

        assertThatThrownBy(() -> store.change(
                        with(edition.settings(), Map.of(Field.SITE_NAME, "Other", Field.ZONES, "Mars/Olympus")),
                        edition.version()))
                .isInstanceOfSatisfying(InvalidSiteSettings.class, refusal -> assertThat(refusal.problems())
                        .containsExactly(new InvalidSetting(Field.ZONES, Fault.NO_ZONE, "Mars/Olympus")));

        assertThat(store.edition()).isEqualTo(edition);
        assertThat(chosen.current().siteName()).isEqualTo("NinerNet");
    }

    @Test
    void whatTheRulesRefuseByNowIsNoObstacleToAnotherChange() {
        Rows.update(dataSource, "insert into site_setting (name, content) values ('EXECUTIONS_KEEP', 'PT30M')");
        Edition edition = store.edition();

        store.change(with(edition.settings(), Map.of(Field.SITE_NAME, "Other")), edition.version());

        assertThat(chosen.current().siteName()).isEqualTo("Other");
        assertThat(chosen.current().executionsKeep()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void onlyWhoMayChangesThem() {
        Edition edition = store.edition();
        Caller.bind(new Actor(7L, "operator@example.org", "192.0.2.1", UserRole.OPERATOR.permissions()));
        assertThatThrownBy(() -> store.edition()).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> store.change(edition.settings(), edition.version()))
                .isInstanceOf(Forbidden.class);
        Caller.forget();
        assertThat(chosen.current()).isEqualTo(edition.settings());
    }

    private static SiteSettings with(SiteSettings settings, Map<Field, String> written) {
        return WrittenSettings.over(settings, written);
    }

    private List<String> stored() {
        return Rows.query(dataSource, "select name from site_setting", row -> row.getString(1));
    }
}
