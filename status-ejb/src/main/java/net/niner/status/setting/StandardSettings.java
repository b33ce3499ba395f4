package net.niner.status.setting;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What holds where nobody chose: what the operator configured, else what the product comes with. */
@ApplicationScoped
class StandardSettings {

    @Inject
    @ConfigProperty(name = "status.site.name", defaultValue = "NinerNet")
    private String siteName;

    @Inject
    @ConfigProperty(name = "status.samples.keep", defaultValue = "P2D")
    private Duration samplesKeep;

    @Inject
    @ConfigProperty(name = "status.jobs.keep", defaultValue = "P1D")
    private Duration executionsKeep;

    @Inject
    @ConfigProperty(name = "status.link.targets")
    private Optional<String> linkTargets;

    private SiteSettings settings;

    /** A configuration that cannot be used is a mistake to be told at once, not one to be found out when it matters. */
    @PostConstruct
    void put() {
        settings = new SiteSettings(
                siteName,
                List.of(),
                SettingRules.LANGUAGES,
                List.of(),
                List.of(),
                samplesKeep,
                executionsKeep,
                Stream.of(linkTargets.orElse("").split(","))
                        .map(String::strip)
                        .filter(target -> !target.isEmpty())
                        .toList(),
                Accent.STANDARD,
                null);
        settings.linkTargets().forEach(LinkTarget::of);
    }

    SiteSettings settings() {
        return settings;
    }
}
