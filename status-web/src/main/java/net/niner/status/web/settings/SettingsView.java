package net.niner.status.web.settings;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.niner.status.setting.Field;

/** The fields of the settings' form, as far as {@link SettingsPage} has to reach for them. */
final class SettingsView {

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
    private static final Set<String> UNMARKED = Set.of("languages", "logo", "firstLanguage");

    private SettingsView() {}

    static void point(Field field, FacesMessage message) {
        point(PLACES.get(field), message);
    }

    /** Says it beside that component. */
    static void point(String component, FacesMessage message) {
        FacesContext faces = FacesContext.getCurrentInstance();
        UIComponent place = form(faces).findComponent(component);
        if (place instanceof UIInput input && !UNMARKED.contains(component)) {
            // PrimeFaces leaves a field that is not valid empty unless it is told what was sent
            input.setSubmittedValue(Objects.toString(input.getValue(), ""));
            input.setValid(false);
        }
        faces.addMessage(place.getClientId(faces), message);
    }

    /** Else the fields would show what was sent, and not what it was put together with. */
    static void forgetWhatWasSent() {
        FacesContext faces = FacesContext.getCurrentInstance();
        form(faces).visitTree(VisitContext.createVisitContext(faces), (context, component) -> {
            if (component instanceof UIInput input) {
                input.resetValue();
            }
            return VisitResult.ACCEPT;
        });
    }

    private static UIComponent form(FacesContext faces) {
        return faces.getViewRoot().findComponent("settings");
    }
}
