package net.niner.status.probe;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * One attempt of a probe: its deadline and its way to the network. For one thread; the watchdog is the only other one that touches it, and
 * all it does is to close what is open at the deadline.
 */
public final class Attempt implements AutoCloseable {

    private final Network network;
    private final Duration timeout;
    private final long deadline;
    private final Future<?> watchdog;
    private volatile Closeable guarded;
    private volatile boolean expired;
    private final Witness witness;
    private Phase phase = Phase.CONNECTING;

    Attempt(Network network, Duration timeout, Witness witness) {
        this.network = network;
        this.timeout = timeout;
        this.witness = witness;
        this.deadline = System.nanoTime() + timeout.toNanos();
        this.watchdog = network.watchdog.schedule(this::expire, timeout.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Time left until the attempt must have ended; never negative. */
    public Duration left() {
        return expired ? Duration.ZERO : Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }

    /** Resolves and applies the address policy: the first address that it permits. */
    public InetAddress resolve(String host) throws ProbeException {
        return permitted(host).get(0);
    }

    /** Resolves, applies the address policy, connects to the first address that accepts. */
    public Wire connect(String host, int port) throws ProbeException {
        return connect(permitted(host), port);
    }

    /** Where {@code self:} checks go. */
    URI self() {
        return network.self;
    }

    /** Connects to this site itself, wherever it is: nobody but the operator chose its address. */
    Wire connectSelf(int port) throws ProbeException {
        return connect(List.of(addresses(bare(network.self.getHost()))), port);
    }

    /** Resolves, applies the address policy, and opens a UDP socket that is closed at the deadline and hears that one address only. */
    public DatagramSocket datagrams(String host, int port) throws ProbeException {
        InetAddress address = resolve(host);
        enter(Phase.FIRST_BYTE, place(address, port));
        try {
            DatagramSocket socket = guard(new DatagramSocket());
            socket.connect(new InetSocketAddress(address, port));
            if (socket.isClosed()) {
                throw timedOut(null);
            }
            return socket;
        } catch (SocketException e) {
            throw Failures.connecting(e);
        }
    }

    /** Has it closed at the deadline, in place of what was guarded before. */
    public <T extends Closeable> T guard(T resource) {
        guarded = resource;
        if (expired) {
            close(resource);
        }
        return resource;
    }

    /** What an I/O error amounts to: the deadline, if that is what closed the connection, or what went wrong. */
    public ProbeException failure(IOException error) {
        return left().isZero() ? timedOut(error) : Failures.talking(error);
    }

    ProbeException timedOut(Exception cause) {
        return ProbeException.down("timed out after " + seconds(timeout) + " while " + phase.words, cause);
    }

    void enter(Phase next) {
        enter(next, "");
    }

    private void enter(Phase next, String detail) {
        if (phase != next || !detail.isEmpty()) {
            witness.sees(next, detail);
        }
        phase = next;
    }

    /** Something about a phase, for who watches; the attempt stays in its own. */
    void tell(Phase about, String detail) {
        witness.sees(about, detail);
    }

    Instant now() {
        return network.clock.instant();
    }

    Trust trust() {
        return network.trust;
    }

    @Override
    public void close() {
        watchdog.cancel(false);
        close(guarded);
    }

    static void close(Closeable resource) {
        try {
            if (resource != null) {
                resource.close();
            }
        } catch (IOException e) {
            System.getLogger(Attempt.class.getName()).log(System.Logger.Level.DEBUG, "a connection did not close", e);
        }
    }

    /** “10 s”, “0.7 s”. */
    static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }

    private void expire() {
        expired = true;
        close(guarded);
    }

    private List<InetAddress> permitted(String host) throws ProbeException {
        InetAddress[] found = addresses(bare(host));
        List<InetAddress> permitted = new ArrayList<>(found.length);
        for (InetAddress address : found) {
            if (network.policy.permits(address)) {
                permitted.add(address);
            }
        }
        if (permitted.isEmpty()) {
            throw ProbeException.unknown(
                    "not probed: " + found[0].getHostAddress() + " is not allowed by " + AddressPolicy.SETTING, null);
        }
        return permitted;
    }

    private InetAddress[] addresses(String host) throws ProbeException {
        enter(Phase.RESOLVING, host);
        return network.resolver.addresses(host, left());
    }

    private static String place(InetAddress address, int port) {
        String text = address.getHostAddress();
        return (text.indexOf(':') >= 0 ? "[" + text + "]" : text) + ":" + port;
    }

    /** IPv6 addresses stand in brackets where they come from a URL. */
    static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    Wire connect(List<InetAddress> addresses, int port) throws ProbeException {
        ProbeException failure = null;
        for (int i = 0; i < addresses.size() && (failure == null || !left().isZero()); i++) {
            try {
                return open(addresses.get(i), port, addresses.size() - i);
            } catch (ProbeException e) {
                boolean tells = failure == null || failure.finding().outcome() == Outcome.UNKNOWN;
                failure = tells ? e : failure;
            }
        }
        throw failure;
    }

    /** @param candidates the addresses left to try, this one included: each gets its share of the time */
    private Wire open(InetAddress address, int port, int candidates) throws ProbeException {
        enter(Phase.CONNECTING, place(address, port));
        long began = System.nanoTime();
        Socket socket = guard(new Socket(Proxy.NO_PROXY));
        try {
            int share = candidates == 1 ? 0 : Math.max(1, (int) left().toMillis() / candidates);
            socket.connect(new InetSocketAddress(address, port), share);
            Wire wire = new Wire(this, socket, began);
            enter(Phase.FIRST_BYTE);
            return wire;
        } catch (IOException e) {
            close(socket);
            throw left().isZero() ? timedOut(e) : Failures.connecting(e);
        }
    }
}
