package net.niner.status.probe;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One probe a kind, and what an attempt amounts to whatever happens in it. */
public final class Probes {

    private static final Logger LOG = Logger.getLogger(Probes.class.getName());

    private final Map<Class<? extends ProbeSpec>, Probe<?>> byKind;
    private final Network network;

    /** @param clock tells how long certificates last */
    public Probes(Network network, Clock clock) {
        this.network = network;
        this.byKind = Map.of(
                ProbeSpec.Http.class, new HttpProbe(),
                ProbeSpec.Tcp.class, new TcpProbe(),
                ProbeSpec.Icmp.class, new IcmpProbe(),
                ProbeSpec.Dns.class, new DnsProbe(),
                ProbeSpec.Tls.class, new TlsProbe(clock),
                ProbeSpec.Smtp.class, new SmtpProbe(),
                ProbeSpec.Imap.class, new ImapProbe(),
                ProbeSpec.Pop3.class, new Pop3Probe(),
                ProbeSpec.Sip.class, new SipProbe(),
                ProbeSpec.Ssh.class, new SshProbe());
    }

    /** Asks once; returns within the timeout, and never throws. */
    public Finding probe(ProbeSpec spec, Duration timeout) {
        return probe(spec, timeout, Witness.NOBODY);
    }

    /** The same, while somebody watches. */
    Finding probe(ProbeSpec spec, Duration timeout, Witness witness) {
        try (Attempt attempt = network.attempt(timeout, witness)) {
            return ask(spec, attempt);
        } catch (ProbeException e) {
            return e.finding();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a probe of kind " + Kind.of(spec).word() + " failed on its own account", bare(e));
            return failedItself(e);
        }
    }

    /** The map gives to each class of settings the probe of just that class. */
    @SuppressWarnings("unchecked")
    private <S extends ProbeSpec> Finding ask(S spec, Attempt attempt) throws ProbeException {
        return ((Probe<S>) byKind.get(spec.getClass())).probe(spec, attempt);
    }

    static Finding failedItself(Throwable failure) {
        return Finding.unknown("the probe itself failed: " + failure.getClass().getSimpleName());
    }

    /** Where it happened, without its message: that may repeat a setting, and a setting may be a password. */
    static Throwable bare(Throwable failure) {
        Throwable bare = new Throwable(failure.getClass().getName());
        bare.setStackTrace(failure.getStackTrace());
        return bare;
    }
}
