package net.niner.status.probe;

/** An attempt that ended early, with the {@link Finding} it amounts to. */
public final class ProbeException extends Exception {

    private final transient Finding finding;

    private ProbeException(Finding finding, Throwable cause) {
        super(finding.detail(), cause);
        this.finding = finding;
    }

    /** The target is to blame: refused, reset, timed out, answered garbage. */
    public static ProbeException down(String detail, Throwable cause) {
        return new ProbeException(Finding.down(detail), cause);
    }

    /** We are to blame: no network, resolver failed, address refused by policy, bad settings. */
    public static ProbeException unknown(String detail, Throwable cause) {
        return new ProbeException(Finding.unknown(detail), cause);
    }

    /** The same, for one of several targets. */
    ProbeException of(String target) {
        return new ProbeException(new Finding(finding.outcome(), null, target + ": " + finding.detail()), this);
    }

    public Finding finding() {
        return finding;
    }
}
