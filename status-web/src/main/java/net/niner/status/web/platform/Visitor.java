package net.niner.status.web.platform;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import net.niner.status.setting.ChosenSettings;
import net.niner.status.setting.Link;

/** Who reads the page, as far as that matters: the language. */
@Named
@RequestScoped
public class Visitor {

    @Inject
    private HttpServletRequest request;

    @Inject
    private OfferedLanguages languages;

    @Inject
    private ChosenSettings settings;

    @Inject
    private SiteAddress site;

    private Language language;

    @PostConstruct
    void listen() {
        language = languages.of(request);
    }

    public Language getLanguage() {
        return language;
    }

    public List<Language> getOtherLanguages() {
        return languages.all().stream().filter(other -> other != language).toList();
    }

    public Language[] getLanguages() {
        return Language.values();
    }

    public String getSiteName() {
        return settings.current().siteName();
    }

    /** The company's other addresses. */
    public List<Link> getLinks() {
        return settings.current().links();
    }

    /** What else may help. */
    public List<Link> getResources() {
        return settings.current().resources();
    }

    /** The same moment on the clocks of the places that the site's people chose, as {@code Lusaka 18:48}; empty for none. */
    public String clocks(Moment moment) {
        return settings.current().zones().stream()
                .map(zone -> moment.clockIn(ZoneId.of(zone)))
                .collect(Collectors.joining(" · "));
    }

    public Words words() {
        return Words.in(language);
    }

    /** For pages. */
    public String text(String key) {
        return words().of(key);
    }

    /** For pages: a text with something in it. */
    public String format(String key, Object... values) {
        return words().of(key, values);
    }

    /** For pages: the text for one of a closed set. */
    public String textFor(String prefix, Enum<?> constant) {
        return words().of(prefix, constant);
    }

    /** The address of the front page, in the language that was chosen by hand, if one was. */
    public String getHome() {
        return link("/");
    }

    /** The address of a page of this site, in the language that was chosen by hand, if one was. */
    public String link(String path) {
        Language chosen = languages.chosen(request);
        return chosen == null ? path : chosen.in(path);
    }

    /** The language that was chosen by hand, null if none was. */
    public Language getChosen() {
        return languages.chosen(request);
    }

    /** The address of this page in another language; of the front page where there is no page. */
    public String here(Language other) {
        return other.in(whereabouts());
    }

    /** The address of this page as others should know it; null where there is no page. */
    public String getCanonical() {
        return Address.in(request)
                .map(address -> absolute(link(address.whole())))
                .orElse(null);
    }

    /** The address of a page of this site as it is known outside. */
    public String absolute(String path) {
        return site.of(request) + path;
    }

    private String whereabouts() {
        return Address.in(request).map(Address::whole).orElse("/");
    }

    public Moment moment(Instant at) {
        return new Moment(at, language.locale());
    }
}
