package net.niner.status.web.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import net.niner.status.setting.ChosenSettings;

/** The languages that the site offers to visitors, as its people chose; the first is for who asks for none of them. */
@ApplicationScoped
public class OfferedLanguages {

    @Inject
    private ChosenSettings settings;

    private volatile Offer offer;

    private record Offer(List<String> tags, List<Language> languages) {}

    /** At least one. */
    public List<Language> all() {
        List<String> tags = settings.current().languages();
        Offer known = offer;
        if (known == null || known.tags() != tags) {
            known = new Offer(tags, of(tags));
            offer = known;
        }
        return known.languages();
    }

    /** The one to answer a request in. */
    public Language of(HttpServletRequest request) {
        return Language.of(request, all());
    }

    /** The one that a request asks for by name, null if it asks for none of those that are offered. */
    public Language chosen(HttpServletRequest request) {
        Language chosen = Language.chosen(request.getQueryString());
        return chosen != null && all().contains(chosen) ? chosen : null;
    }

    private static List<Language> of(List<String> tags) {
        return tags.stream()
                .flatMap(tag -> Arrays.stream(Language.values())
                        .filter(language -> language.tag().equals(tag)))
                .toList();
    }
}
