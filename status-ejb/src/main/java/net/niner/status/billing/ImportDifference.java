package net.niner.status.billing;

import java.util.List;

/**
 * What an upload would change, or did.
 *
 * @param added how many clients, services and invoices are new
 * @param changed how many would be others than they are
 * @param changes the first {@value #SHOWN} of them
 * @param findings what a person is to look at, the first {@value #SHOWN}
 */
public record ImportDifference(
        ImportUpload upload, int added, int changed, List<RegisterChange> changes, List<ImportFinding> findings) {

    public static final int SHOWN = 500;

    public ImportDifference {
        changes = List.copyOf(changes.subList(0, Math.min(changes.size(), SHOWN)));
        findings = List.copyOf(findings.subList(0, Math.min(findings.size(), SHOWN)));
    }

    static ImportDifference of(ImportUpload upload, List<RegisterChange> changes, List<ImportFinding> findings) {
        int added = (int) changes.stream()
                .filter(change -> change.action() == RegisterChange.Action.ADD)
                .count();
        return new ImportDifference(upload, added, changes.size() - added, changes, findings);
    }
}
