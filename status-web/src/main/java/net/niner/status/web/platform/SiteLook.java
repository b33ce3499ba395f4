package net.niner.status.web.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.niner.status.setting.Accent;
import net.niner.status.setting.ChosenSettings;
import net.niner.status.setting.Logo;
import net.niner.status.setting.SiteSettings;

/** What of the site's look people chose, in the form of files: the accent as a style sheet, and the logo. Made anew when they choose again. */
@Named
@ApplicationScoped
public class SiteLook {

    static final String SHEET = "site-look.css";
    static final String LOGO = "logo.";

    @Inject
    private ChosenSettings settings;

    private volatile Look look;

    /** @param logo null for none */
    private record Look(SiteSettings of, Content sheet, Logo.Format format, Content logo) {}

    /** To be loaded after the site's own style sheet. */
    public String getSheet() {
        return address(SHEET, look().sheet());
    }

    /** Null if there is none. */
    public String getLogo() {
        Look now = look();
        return now.logo() == null ? null : address(LOGO + now.format().extension(), now.logo());
    }

    Optional<Content> find(String name) {
        Look now = look();
        if (name.equals(SHEET)) {
            return Optional.of(now.sheet());
        }
        return now.logo() != null && name.equals(LOGO + now.format().extension())
                ? Optional.of(now.logo())
                : Optional.empty();
    }

    private Look look() {
        SiteSettings current = settings.current();
        Look known = look;
        if (known == null || known.of() != current) {
            known = of(current);
            look = known;
        }
        return known;
    }

    private static Look of(SiteSettings settings) {
        Logo logo = settings.logo();
        return new Look(
                settings,
                new Content("text/css;charset=UTF-8", sheet(settings.accent()).getBytes(StandardCharsets.UTF_8)),
                logo == null ? null : logo.format(),
                logo == null ? null : new Content(logo.format().mediaType(), logo.file()));
    }

    /** Paper keeps the black of the printed page. */
    static String sheet(Accent accent) {
        return """
                @media screen { :root { --accent: %s } }
                @media screen and (prefers-color-scheme: dark) { :root { --accent: %s } }
                """.formatted(accent.light(), accent.dark());
    }

    private static String address(String name, Content content) {
        return Assets.ROOT + content.hash() + "/" + name;
    }
}
