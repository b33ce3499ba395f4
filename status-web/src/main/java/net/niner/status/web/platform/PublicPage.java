package net.niner.status.web.platform;

import java.util.regex.Pattern;

/**
 * A page for visitors, and where it is found.
 *
 * @param pattern of the whole path, without a slash at its end; what its named groups match, the page asks of {@link Address}
 * @param view the file, as in {@code /WEB-INF/public/incident.xhtml}
 */
public record PublicPage(Pattern pattern, String view) {

    public static PublicPage of(String pattern, String view) {
        return new PublicPage(Pattern.compile(pattern), view);
    }
}
