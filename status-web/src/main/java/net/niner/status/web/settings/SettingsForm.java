package net.niner.status.web.settings;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import net.niner.status.setting.Accent;
import net.niner.status.setting.Logo;
import net.niner.status.setting.SettingRules;
import net.niner.status.setting.SiteSettings;

/** What a person typed, as it was typed. */
public class SettingsForm implements Serializable {

    private static final long serialVersionUID = 1;

    private String siteName;
    private List<String> zones;
    private List<String> languages;
    private String firstLanguage;
    private String links;
    private String resources;
    private Age samplesKeep;
    private Age executionsKeep;
    private String linkTargets;
    private String accentLight;
    private String accentDark;
    private transient Logo logo;

    SettingsForm(SiteSettings settings) {
        siteName = settings.siteName();
        zones = new ArrayList<>(settings.zones());
        while (zones.size() < SettingRules.MOST_ZONES) {
            zones.add("");
        }
        languages = settings.languages();
        firstLanguage = settings.languages().get(0);
        links = Links.text(settings.links());
        resources = Links.text(settings.resources());
        samplesKeep = new Age(settings.samplesKeep());
        executionsKeep = new Age(settings.executionsKeep());
        linkTargets = String.join("\n", settings.linkTargets());
        accentLight = settings.accent().light();
        accentDark = settings.accent().dark();
        logo = settings.logo();
    }

    SiteSettings settings() {
        return new SiteSettings(
                siteName == null ? "" : siteName.strip(),
                zones.stream()
                        .filter(Objects::nonNull)
                        .map(String::strip)
                        .filter(zone -> !zone.isEmpty())
                        .toList(),
                Stream.concat(
                                languages.stream().filter(firstLanguage::equals),
                                languages.stream().filter(language -> !firstLanguage.equals(language)))
                        .toList(),
                Links.of(links),
                Links.of(resources),
                samplesKeep.duration(),
                executionsKeep.duration(),
                Lines.of(linkTargets),
                new Accent(colour(accentLight), colour(accentDark)),
                logo);
    }

    /** Else nobody who asks for no language in particular would get the one that was chosen for them. */
    boolean firstLanguageIsOffered() {
        return languages.isEmpty() || languages.contains(firstLanguage);
    }

    private static String colour(String text) {
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    }

    public String getSiteName() {
        return siteName;
    }

    public void setSiteName(String siteName) {
        this.siteName = siteName;
    }

    public List<String> getZones() {
        return zones;
    }

    public List<String> getLanguages() {
        return languages;
    }

    public void setLanguages(List<String> languages) {
        this.languages = languages == null ? List.of() : languages;
    }

    public String getFirstLanguage() {
        return firstLanguage;
    }

    public void setFirstLanguage(String firstLanguage) {
        this.firstLanguage = firstLanguage;
    }

    public String getLinks() {
        return links;
    }

    public void setLinks(String links) {
        this.links = links;
    }

    public String getResources() {
        return resources;
    }

    public void setResources(String resources) {
        this.resources = resources;
    }

    public Age getSamplesKeep() {
        return samplesKeep;
    }

    public Age getExecutionsKeep() {
        return executionsKeep;
    }

    public String getLinkTargets() {
        return linkTargets;
    }

    public void setLinkTargets(String linkTargets) {
        this.linkTargets = linkTargets;
    }

    public String getAccentLight() {
        return accentLight;
    }

    public void setAccentLight(String accentLight) {
        this.accentLight = accentLight;
    }

    public String getAccentDark() {
        return accentDark;
    }

    public void setAccentDark(String accentDark) {
        this.accentDark = accentDark;
    }

    public Logo getLogo() {
        return logo;
    }

    void setLogo(Logo logo) {
        this.logo = logo;
    }
}
