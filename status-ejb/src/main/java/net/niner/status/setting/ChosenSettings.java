package net.niner.status.setting;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;

/** The settings in force, from memory: read once, and again after somebody has changed them. Everybody may ask, at every request. */
@ApplicationScoped
public class ChosenSettings {

    @EJB
    private SiteSettingsStore store;

    private volatile SiteSettings current;

    public SiteSettings current() {
        SiteSettings known = current;
        return known == null ? read() : known;
    }

    /** Whoever reads meanwhile is waited for, so that nothing older than the change stays behind. */
    synchronized void forget() {
        current = null;
    }

    private synchronized SiteSettings read() {
        if (current == null) {
            current = store.read();
        }
        return current;
    }
}
