package net.niner.status.web.settings;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
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
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.niner.status.setting.Field;
import net.niner.status.setting.InvalidSetting;
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

    /** Where what is wrong with a setting is said. */
    private static final Map<Field, String> PLACES = Map.ofEntries(
            Map.entry(Field.SITE_NAME, "siteName"),
            Map.entry(Field.ZONES, "zone1"),
            Map.entry(Field.LANGUAGES, "languages"),
            Map.entry(Field.LINKS, "links"),
            Map.entry(Field.RESOURCES, "resources"),
            Map.entry(Field.SAMPLES_KEEP, "samplesKeep"),
            Map.entry(Field.EXECUTIONS_KEEP, "executionsKeep"),
            Map.entry(Field.LINK_TARGETS, "linkTargets"),
            Map.entry(Field.ACCENT_LIGHT, "accentLight"),
            Map.entry(Field.ACCENT_DARK, "accentDark"),
            Map.entry(Field.LOGO, "logo"));

    /** Fields that hold no text of which a wrong one could be shown again. */
    private static final Set<Field> UNMARKED = EnumSet.of(Field.LANGUAGES, Field.LOGO);

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
            store.change(form.settings(), ground.version());
            Feedback.say("settings.saved");
            FacesContext.getCurrentInstance().getExternalContext().redirect("/admin/settings");
        } catch (InvalidSiteSettings e) {
            e.problems().forEach(this::point);
            refuse("settings.refused");
        } catch (SettingsOutdated e) {
            takeInChanges();
        }
    }

    /** Shows the logo that was chosen, without saving anything. */
    public void show() throws IOException {
        try {
            takeLogo();
        } catch (InvalidSiteSettings e) {
            e.problems().forEach(this::point);
            refuse("settings.refused");
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
        forgetWhatWasSent();
        refuse("settings.outdated", names(theirs));
        if (!both.isEmpty()) {
            refuse("settings.outdated.both", names(both));
        }
    }

    /** Else the fields would show what was sent, and not what it was put together with. */
    private static void forgetWhatWasSent() {
        UIComponent sent = FacesContext.getCurrentInstance().getViewRoot().findComponent("settings");
        sent.visitTree(VisitContext.createVisitContext(FacesContext.getCurrentInstance()), (context, component) -> {
            if (component instanceof UIInput input) {
                input.resetValue();
            }
            return VisitResult.ACCEPT;
        });
    }

    private String names(Set<Field> fields) {
        return fields.stream()
                .map(field -> visitor.words().of("settings.field", field))
                .collect(Collectors.joining(", "));
    }

    private void point(InvalidSetting problem) {
        FacesContext faces = FacesContext.getCurrentInstance();
        UIComponent place = faces.getViewRoot().findComponent("settings").findComponent(PLACES.get(problem.field()));
        if (place instanceof UIInput input && !UNMARKED.contains(problem.field())) {
            // PrimeFaces leaves a field that is not valid empty unless it is told what was sent
            input.setSubmittedValue(Objects.toString(input.getValue(), ""));
            input.setValid(false);
        }
        faces.addMessage(
                place.getClientId(faces),
                message("settings.fault." + problem.fault().name(), problem.given()));
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
