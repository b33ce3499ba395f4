package net.niner.status.web.platform;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where the world finds the site, as in {@code https://status.example}: as {@code status.site.url} says, else as it was asked for. For links that
 * leave the site: feeds, the sitemap, what pages tell of themselves.
 */
@ApplicationScoped
public class SiteAddress {

    private static final Logger LOG = Logger.getLogger(SiteAddress.class.getName());
    private static final int LONGEST_HOST = 255;
    private static final String NOWHERE = "localhost";

    @Inject
    @ConfigProperty(name = "status.site.url")
    private Optional<String> configured;

    private String own;

    @PostConstruct
    void read() {
        own = configured.map(SiteAddress::valid).orElse(null);
    }

    /** Without a slash at its end. */
    public String of(HttpServletRequest request) {
        return own != null ? own : asked(SecurityHeaders.isHttps(request), request.getHeader("Host"));
    }

    static String asked(boolean https, String host) {
        return (https ? "https://" : "http://") + (isHost(host) ? host.toLowerCase(Locale.ROOT) : NOWHERE);
    }

    /** Null for what is no address of a site; the log says so. */
    static String valid(String address) {
        String plain = address.strip().replaceAll("/+$", "");
        try {
            URI uri = URI.create(plain);
            if (uri.getHost() != null
                    && String.valueOf(uri.getScheme()).matches("https?")
                    && uri.getRawQuery() == null) {
                return plain;
            }
        } catch (IllegalArgumentException e) {
            LOG.log(Level.FINE, "no address", e);
        }
        LOG.log(Level.WARNING, "status.site.url is not used: {0} is no http or https address", address);
        return null;
    }

    private static boolean isHost(String host) {
        return host != null
                && !host.isEmpty()
                && host.length() <= LONGEST_HOST
                && host.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c) || ".-:[]_".indexOf(c) >= 0);
    }
}
