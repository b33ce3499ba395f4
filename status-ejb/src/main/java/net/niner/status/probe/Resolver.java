package net.niner.status.probe;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The system's resolver with a deadline. It cannot be interrupted, so it runs on threads of its own, and a hanging one costs those, not the
 * probes. That a name does not exist is the target's fault; that nobody could tell is ours.
 */
final class Resolver {

    private final Executor threads;

    /** The JVM remembers a failure for ten seconds without its reason. */
    private final Map<String, String> missing = new ConcurrentHashMap<>();

    /** @param threads bounded, rejecting what is too much */
    Resolver(Executor threads) {
        this.threads = threads;
    }

    InetAddress[] addresses(String host, Duration left) throws ProbeException {
        FutureTask<InetAddress[]> lookup = new FutureTask<>(() -> InetAddress.getAllByName(host));
        try {
            byte[] literal = AddressRange.literal(host);
            if (literal != null) {
                return new InetAddress[] {InetAddress.getByAddress(host, literal)};
            }
            threads.execute(lookup);
            InetAddress[] found = lookup.get(left.toNanos(), TimeUnit.NANOSECONDS);
            missing.remove(host);
            return found;
        } catch (UnknownHostException | ExecutionException e) {
            throw failure(host, e);
        } catch (TimeoutException e) {
            lookup.cancel(true);
            throw ProbeException.unknown("our resolver did not answer for " + host + " in time", e);
        } catch (RejectedExecutionException e) {
            throw ProbeException.unknown("our resolver is overloaded, " + host + " was not looked up", e);
        } catch (InterruptedException e) {
            lookup.cancel(true);
            Thread.currentThread().interrupt();
            throw ProbeException.unknown("interrupted while looking up " + host, e);
        }
    }

    /** The texts are those of getaddrinfo(3); one in another language counts as our failure, never as the target's. */
    ProbeException failure(String host, Exception failed) {
        String text = String.valueOf(
                failed.getCause() == null
                        ? failed.getMessage()
                        : failed.getCause().getMessage());
        if (text.contains("not known")) {
            missing.put(host, "name " + host + " does not exist");
        } else if (text.contains("No address associated")) {
            missing.put(host, "name " + host + " has no address");
        } else if (!text.equals(host)) {
            missing.remove(host);
        }
        String known = missing.get(host);
        return known == null
                ? ProbeException.unknown("our resolver failed for " + host, failed)
                : ProbeException.down(known, failed);
    }
}
