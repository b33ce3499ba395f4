package net.niner.status.probe;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.niner.status.platform.VaultException;

/** Probes a check from its stored settings. What cannot be probed is unknown, never down. */
final class CheckProber {

    private final SettingsJson settings;
    private final Probes probes;
    private final OwnLink link;
    private final Map<Long, Read> read = new ConcurrentHashMap<>();

    /** Settings as text and as read: most checks are probed thousands of times before anyone changes them. */
    private record Read(String text, ProbeSpec spec) {}

    CheckProber(SettingsJson settings, Probes probes, OwnLink link) {
        this.settings = settings;
        this.probes = probes;
        this.link = link;
    }

    Finding probe(DueCheck check) {
        try {
            return link.doubt(
                    check.id(), probes.probe(specOf(check), check.rules().timeout()));
        } catch (InvalidSettings | VaultException e) {
            return Finding.unknown(e.getMessage());
        }
    }

    private ProbeSpec specOf(DueCheck check) throws InvalidSettings, VaultException {
        Read known = read.get(check.id());
        if (known == null || !known.text().equals(check.settings())) {
            known = new Read(check.settings(), settings.read(check.kind(), check.settings()));
            read.put(check.id(), known);
        }
        return known.spec();
    }
}
