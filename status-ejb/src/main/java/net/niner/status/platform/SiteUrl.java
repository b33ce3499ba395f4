package net.niner.status.platform;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the world finds the site, as in {@code https://status.example}, if {@code status.site.url} says so: for links in what leaves the site. */
@ApplicationScoped
public class SiteUrl {

    private static final Logger LOG = Logger.getLogger(SiteUrl.class.getName());

    @Inject
    @ConfigProperty(name = "status.site.url")
    private Optional<String> configured;

    private String own;

    @PostConstruct
    void read() {
        own = configured.map(SiteUrl::valid).orElse(null);
    }

    /** Without a slash at its end; empty where nobody has said it. */
    public Optional<String> get() {
        return Optional.ofNullable(own);
    }

    /** An address on the site, as {@code /subscribe}; of this machine where nobody has said where the world finds it. */
    public String of(String path) {
        return get().orElse("http://localhost") + path;
    }

    /** Null for what is no address of a site; the log says so. */
    public static String valid(String address) {
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
}
