package net.niner.status.setting;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What holds where nobody chose: what the operator configured, else what the product comes with. All are read as they are written: one that
 * cannot be used is a mistake to be told at the start, not a reason for a status site to stay dark.
 */
@ApplicationScoped
class StandardSettings {

    static final String SITE_NAME = "status.site.name";
    static final String SAMPLES_KEEP = "status.samples.keep";
    static final String EXECUTIONS_KEEP = "status.jobs.keep";
    static final String LINK_TARGETS = "status.link.targets";

    private static final Logger LOG = Logger.getLogger(StandardSettings.class.getName());

    @Inject
    @ConfigProperty(name = SITE_NAME)
    private Optional<String> siteName;

    @Inject
    @ConfigProperty(name = SAMPLES_KEEP)
    private Optional<String> samplesKeep;

    @Inject
    @ConfigProperty(name = EXECUTIONS_KEEP)
    private Optional<String> executionsKeep;

    @Inject
    @ConfigProperty(name = LINK_TARGETS)
    private Optional<String> linkTargets;

    private SiteSettings settings;

    @PostConstruct
    void put() {
        Map<Field, String> configured = new EnumMap<>(Field.class);
        siteName.ifPresent(value -> configured.put(Field.SITE_NAME, value));
        samplesKeep.ifPresent(value -> configured.put(Field.SAMPLES_KEEP, value));
        executionsKeep.ifPresent(value -> configured.put(Field.EXECUTIONS_KEEP, value));
        linkTargets.ifPresent(value -> configured.put(Field.LINK_TARGETS, value));
        ConfiguredSettings usable = ConfiguredSettings.of(configured);
        usable.complaints().forEach(LOG::severe);
        settings = usable.settings();
    }

    SiteSettings settings() {
        return settings;
    }
}
