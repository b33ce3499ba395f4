package net.niner.status.web.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import net.niner.status.billing.ClientPreferences.Preference;
import net.niner.status.web.platform.Language;
import net.niner.status.web.platform.Visitor;

/** What a client chose, and nothing else about them. */
@Named
@RequestScoped
public class PreferencesPage {

    @Inject
    private Visitor visitor;

    private String token;
    private Preference preference;
    private boolean saved;

    void show(String followed, Preference chosen, boolean justSaved) {
        token = followed;
        preference = chosen;
        saved = justSaved;
    }

    public String getAddress() {
        return visitor.link("/preferences/" + token);
    }

    public boolean isReminded() {
        return preference.reminders();
    }

    public boolean isSaved() {
        return saved;
    }

    public boolean speaks(Language language) {
        return preference.language().orElse(visitor.getLanguage().tag()).equals(language.tag());
    }
}
