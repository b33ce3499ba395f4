package net.niner.status.probe;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/** Everything that attempts share: what they may talk to, whom they trust, who looks up names, and who stops them. */
public final class Network {

    final AddressPolicy policy;
    final Trust trust;
    final URI self;
    final Resolver resolver;
    final ScheduledExecutorService watchdog;
    final Clock clock;

    /**
     * @param self base URL of this site, the target of {@code self:} checks, which the policy does not concern
     * @param resolutions threads for name resolution: bounded, rejecting what is too much
     * @param watchdog closes what is open at the deadline; removes cancelled tasks at once
     * @param clock tells whether certificates are valid
     */
    public Network(
            AddressPolicy policy,
            Trust trust,
            URI self,
            Executor resolutions,
            ScheduledExecutorService watchdog,
            Clock clock) {
        this.policy = Objects.requireNonNull(policy);
        this.trust = Objects.requireNonNull(trust);
        this.self = Objects.requireNonNull(self);
        this.resolver = new Resolver(resolutions);
        this.watchdog = Objects.requireNonNull(watchdog);
        this.clock = Objects.requireNonNull(clock);
    }

    /** Begins an attempt that ends, whatever blocks it, after {@code timeout}. Close it. */
    public Attempt attempt(Duration timeout) {
        return attempt(timeout, Witness.NOBODY);
    }

    /** The same, while somebody watches. */
    Attempt attempt(Duration timeout, Witness witness) {
        return new Attempt(this, timeout, witness);
    }
}
