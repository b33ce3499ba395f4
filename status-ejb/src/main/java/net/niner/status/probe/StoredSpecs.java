package net.niner.status.probe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import net.niner.status.platform.VaultException;

/** The settings of checks, to and from their column. */
@ApplicationScoped
public class StoredSpecs {

    @Inject
    private SettingsJson settings;

    /** What the check asks now; nothing if that cannot be read any more, as after the loss of the key. */
    public Optional<ProbeSpec> of(Check check) {
        try {
            return Optional.of(settings.read(check.kind(), check.settings()));
        } catch (InvalidSettings | VaultException e) {
            return Optional.empty();
        }
    }

    /**
     * The settings as text; how long they are shows only when their secrets are encrypted.
     *
     * @throws InvalidCheck if they are too long for the column
     */
    public String stored(ProbeSpec spec) {
        String text = settings.write(spec);
        if (text.length() > Check.SETTINGS_LENGTH) {
            throw new InvalidCheck(
                    "settings",
                    Fault.TOO_LONG,
                    "has too much text in its settings: they come to " + text.length()
                            + " characters as they are stored, and " + Check.SETTINGS_LENGTH + " is the most");
        }
        return text;
    }
}
