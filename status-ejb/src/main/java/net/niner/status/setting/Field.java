package net.niner.status.setting;

/** The settings by name, for what is wrong with one, and for the audit trail. */
public enum Field {
    SITE_NAME,
    ZONES,
    LANGUAGES,
    LINKS,
    RESOURCES,
    SAMPLES_KEEP,
    EXECUTIONS_KEEP,
    LINK_TARGETS,
    ACCENT_LIGHT,
    ACCENT_DARK,
    LOGO
}
