package net.niner.status.web.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import net.niner.status.platform.SiteUrl;

/**
 * Where the world finds the site, as in {@code https://status.example}: as {@code status.site.url} says, else as it was asked for. For links that
 * leave the site: feeds, the sitemap, what pages tell of themselves.
 */
@ApplicationScoped
public class SiteAddress {

    private static final int LONGEST_HOST = 255;
    private static final String NOWHERE = "localhost";

    @Inject
    private SiteUrl url;

    /** Without a slash at its end. */
    public String of(HttpServletRequest request) {
        return url.get().orElseGet(() -> asked(SecurityHeaders.isHttps(request), request.getHeader("Host")));
    }

    static String asked(boolean https, String host) {
        return (https ? "https://" : "http://") + (isHost(host) ? host.toLowerCase(Locale.ROOT) : NOWHERE);
    }

    private static boolean isHost(String host) {
        return host != null
                && !host.isEmpty()
                && host.length() <= LONGEST_HOST
                && host.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c) || ".-:[]_".indexOf(c) >= 0);
    }
}
