package net.niner.status.web.platform;

import java.util.regex.Pattern;

/**
 * A page for visitors, or another answer for everybody, and where it is found.
 *
 * @param pattern of the whole path, without a slash at its end; what its named groups match, the page asks of {@link Address}
 * @param parameter of the query without which it is another page, as in {@code /?s=words}; null for none. Its value is a part of the address
 * @param view the file, as in {@code /WEB-INF/public/incident.xhtml}; null for what is made without one
 * @param making null for what has a view
 */
public record PublicPage(Pattern pattern, String parameter, String view, Making making) {

    /** Makes an answer that is no page: a feed, a picture. */
    @FunctionalInterface
    public interface Making {

        /** @throws NotThere if the address fits and yet there is nothing, or no more */
        Content make(Address address) throws NotThere;
    }

    public static PublicPage of(String pattern, String view) {
        return new PublicPage(Pattern.compile(pattern), null, view, null);
    }

    /** What everybody gets for a second, as with a page. */
    public static PublicPage made(String pattern, Making making) {
        return new PublicPage(Pattern.compile(pattern), null, null, making);
    }

    /** The same, only where the query has that parameter. */
    public PublicPage asking(String name) {
        return new PublicPage(pattern, name, view, making);
    }
}
