package net.niner.status.web.settings;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.niner.status.setting.Field;
import net.niner.status.setting.InvalidSiteSettings;
import net.niner.status.setting.Logo;
import net.niner.status.setting.LogoFile;
import net.niner.status.setting.SettingsOutdated;
import net.niner.status.setting.SiteSettings;
import net.niner.status.setting.SiteSettingsStore;
import net.niner.status.setting.SiteSettingsStore.Edition;
import net.niner.status.web.platform.Feedback;
import net.niner.status.web.platform.Language;
import net.niner.status.web.platform.Visitor;

/** The page at {@code /admin/settings}. What somebody else changed meanwhile is taken in, and what was typed here stays. */
@Named
@ViewScoped
public class SettingsPage implements Serializable {

    private static final long serialVersionUID = 1;
    private static final Set<String> ZONES = new TreeSet<>(ZoneId.getAvailableZoneIds().stream()
            .filter(zone ->
                    zone.matches("(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
            .toList());

    @Inject
    private transient SiteSettingsStore store;

    @Inject
    private transient Visitor visitor;

    private transient Edition ground;
    private SettingsForm form;
    private transient Part file;

    @PostConstruct
    void begin() {
        ground = store.edition();
        form = new SettingsForm(ground.settings());
    }

    /** Before anything is shown: who may not see this page is told so by the answer's status. */
    public void enter() {
        if (ground == null) {
            begin();
        }
    }

    public void save() throws IOException {
        try {
            takeLogo();
            if (!form.firstLanguageIsOffered()) {
                SettingsView.point("firstLanguage", message("settings.first.missing"));
                refuse("settings.refused");
                return;
            }
            store.change(form.settings(), ground.version());
            Feedback.say("settings.saved");
            FacesContext.getCurrentInstance().getExternalContext().redirect("/admin/settings");
        } catch (InvalidSiteSettings e) {
            refuse(e);
        } catch (SettingsOutdated e) {
            takeInChanges();
        }
    }

    /** Shows the logo that was chosen, without saving anything. */
    public void show() throws IOException {
        try {
            takeLogo();
        } catch (InvalidSiteSettings e) {
            refuse(e);
        }
    }

    public void removeLogo() {
        form.setLogo(null);
    }

    private void takeLogo() throws IOException {
        if (file != null && file.getSize() > 0) {
            try (InputStream in = file.getInputStream()) {
                form.setLogo(LogoFile.read(in.readNBytes(Logo.MOST_BYTES + 1)));
            } finally {
                file = null;
            }
        }
    }

    private void takeInChanges() {
        Edition now = store.edition();
        SiteSettings mine = form.settings();
        Set<Field> theirs = now.settings().differencesFrom(ground.settings());
        Set<Field> both = EnumSet.copyOf(theirs);
        both.retainAll(mine.differencesFrom(ground.settings()));
        both.retainAll(mine.differencesFrom(now.settings()));
        form = new SettingsForm(mine.carriedOver(ground.settings(), now.settings()));
        ground = now;
        SettingsView.forgetWhatWasSent();
        refuse("settings.outdated", names(theirs));
        if (!both.isEmpty()) {
            refuse("settings.outdated.both", names(both));
        }
    }

    private String names(Set<Field> fields) {
        return fields.stream()
                .map(field -> visitor.words().of("settings.field", field))
                .collect(Collectors.joining(", "));
    }

    private void refuse(InvalidSiteSettings refusal) {
        refusal.problems()
                .forEach(problem -> SettingsView.point(
                        problem.field(),
                        message("settings.fault." + problem.fault().name(), problem.given())));
        refuse("settings.refused");
    }

    private void refuse(String key, Object... values) {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.addMessage(null, message(key, values));
        faces.validationFailed();
    }

    private FacesMessage message(String key, Object... values) {
        return new FacesMessage(FacesMessage.SEVERITY_ERROR, visitor.words().of(key, values), null);
    }

    /** What the form is made on; a draft of it that the browser keeps holds for that only. */
    public int getVersion() {
        return ground.version();
    }

    public SettingsForm getForm() {
        return form;
    }

    public Set<String> getKnownZones() {
        return ZONES;
    }

    public Language[] getKnownLanguages() {
        return Language.values();
    }

    public List<Age.Unit> getUnits() {
        return List.of(Age.Unit.values());
    }

    public Swatch getLight() {
        return Swatch.light(form.settings().accent().light());
    }

    public Swatch getDark() {
        return Swatch.dark(form.settings().accent().dark());
    }

    /** The logo as it would be, for the page alone; null for none. */
    public String getLogoImage() {
        Logo logo = form.getLogo();
        return logo == null ? null : "data:" + logo.format().mediaType() + ";base64," + logo.base64();
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
