package net.niner.status.setting;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.stream.Collectors;

/** Settings that cannot be used, with everything that is wrong with them; nothing was changed. */
@ApplicationException(rollback = true)
public class InvalidSiteSettings extends RuntimeException {

    private final transient List<InvalidSetting> problems;

    InvalidSiteSettings(List<InvalidSetting> problems) {
        super(problems.stream().map(InvalidSetting::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /** At least one, in the order of the settings. */
    public List<InvalidSetting> problems() {
        return problems;
    }
}
