package net.niner.status.setting;

import jakarta.ejb.ApplicationException;

/** Somebody else changed the settings since they were read; nothing was changed. */
@ApplicationException(rollback = true)
public class SettingsOutdated extends RuntimeException {

    SettingsOutdated() {
        super("somebody else has changed the settings meanwhile");
    }
}
