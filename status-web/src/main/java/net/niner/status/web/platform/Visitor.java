package net.niner.status.web.platform;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who reads the page, as far as that matters: the language. */
@Named
@RequestScoped
public class Visitor {

    @Inject
    private HttpServletRequest request;

    @Inject
    @ConfigProperty(name = "status.site.name", defaultValue = "NinerNet")
    private String siteName;

    private Language language;

    @PostConstruct
    void listen() {
        language = Language.of(request);
    }

    public Language getLanguage() {
        return language;
    }

    public List<Language> getOtherLanguages() {
        return Arrays.stream(Language.values())
                .filter(other -> other != language)
                .toList();
    }

    public Language[] getLanguages() {
        return Language.values();
    }

    public String getSiteName() {
        return siteName;
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
        Language chosen = Language.chosen(request.getQueryString());
        return chosen == null ? "/" : "/?lang=" + chosen.tag();
    }

    public Moment moment(Instant at) {
        return new Moment(at, language.locale());
    }
}
