package net.niner.status.setting;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Looks at the configured settings while the operator is still looking at the console, and not when the first page asks for them. */
@Singleton
@Startup
public class SettingsAtStart {

    @Inject
    private StandardSettings standard;

    @PostConstruct
    void look() {
        standard.settings();
    }
}
