package net.niner.status.web.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;

/**
 * The languages the site speaks. A visitor's own choice ({@code ?lang=fr}) beats what the browser prefers ({@code Accept-Language},
 * RFC 9110 section 12.5.4); who asks for none that is offered gets the first of those that are.
 */
public enum Language {
    EN(Locale.ENGLISH, "English"),
    FR(Locale.FRENCH, "Français");

    /** Name of the request attribute that holds the language of somebody who signed in; it beats everything else. */
    public static final String ATTRIBUTE = "status.language";

    private static final String PARAMETER = "lang=";
    private static final List<Language> ALL = List.of(values());

    private final Locale locale;
    private final String ownName;

    Language(Locale locale, String ownName) {
        this.locale = locale;
        this.ownName = ownName;
    }

    public Locale locale() {
        return locale;
    }

    /** As in the {@code lang} attribute. */
    public String tag() {
        return locale.getLanguage();
    }

    /** What its speakers call it. */
    public String ownName() {
        return ownName;
    }

    /** A link to a page of this site that asks for this language. */
    public String in(String path) {
        int hash = path.indexOf('#');
        String page = hash < 0 ? path : path.substring(0, hash);
        return page + (page.indexOf('?') < 0 ? '?' : '&') + PARAMETER + tag() + (hash < 0 ? "" : path.substring(hash));
    }

    /** Whatever the site offers; to visitors speak {@link OfferedLanguages}. */
    public static Language of(HttpServletRequest request) {
        return of(request, ALL);
    }

    /** @param offered at least one, the first for who asks for none of them */
    static Language of(HttpServletRequest request, List<Language> offered) {
        if (request.getAttribute(ATTRIBUTE) instanceof Language own) {
            return own;
        }
        Language chosen = chosen(request.getQueryString());
        return chosen != null && offered.contains(chosen)
                ? chosen
                : preferred(request.getHeader("Accept-Language"), offered);
    }

    /** The language that the query asks for by name, null if it asks for none that there is. */
    static Language chosen(String query) {
        if (query == null) {
            return null;
        }
        for (int start = 0; start >= 0 && start < query.length(); start = next(query, start, '&')) {
            if (query.startsWith(PARAMETER, start)) {
                int end = query.indexOf('&', start);
                return tagged(query, start + PARAMETER.length(), end < 0 ? query.length() : end);
            }
        }
        return null;
    }

    /** The first of the languages with the highest weight; reads the header in place, since it is read at every request. */
    static Language preferred(String header, List<Language> offered) {
        Language best = offered.get(0);
        double bestWeight = 0;
        if (header != null) {
            for (int start = 0; start >= 0 && start < header.length(); start = next(header, start, ',')) {
                int end = header.indexOf(',', start);
                Language language = range(header, start, end < 0 ? header.length() : end);
                double weight = language == null || !offered.contains(language)
                        ? 0
                        : weight(header, start, end < 0 ? header.length() : end);
                if (weight > bestWeight) {
                    best = language;
                    bestWeight = weight;
                }
            }
        }
        return best;
    }

    private static int next(String text, int from, char separator) {
        int at = text.indexOf(separator, from);
        return at < 0 ? -1 : at + 1;
    }

    private static Language range(String header, int start, int end) {
        int from = start;
        while (from < end && header.charAt(from) == ' ') {
            from++;
        }
        int to = from;
        while (to < end && Character.isLetter(header.charAt(to))) {
            to++;
        }
        return tagged(header, from, to);
    }

    private static Language tagged(String text, int from, int to) {
        for (Language language : values()) {
            String tag = language.tag();
            if (to - from == tag.length() && text.regionMatches(true, from, tag, 0, tag.length())) {
                return language;
            }
        }
        return null;
    }

    private static double weight(String header, int start, int end) {
        int q = header.indexOf("q=", start);
        if (q < 0 || q >= end) {
            return 1;
        }
        double weight = 0;
        double unit = 1;
        for (int i = q + 2; i < end; i++) {
            int digit = Character.digit(header.charAt(i), 10);
            if (digit >= 0) {
                weight += digit * unit;
                unit /= 10;
            }
        }
        return weight;
    }
}
