package net.niner.status.notice;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A round of delivery. Workers hold a connection to the relay each, and send; the thread that runs the round alone writes to the database, and takes
 * together what the workers have to record meanwhile, so that what must be durable before they go on costs one commit for all of them.
 */
final class DeliveryRound {

    private static final Logger LOG = Logger.getLogger(DeliveryRound.class.getName());

    /** What begins meanwhile elsewhere waits for the end of the round. */
    private static final Duration LONGEST = Duration.ofSeconds(40);

    private static final int CLAIMED_A_CONNECTION = 15;
    private static final int MOST_AT_ONCE = 500;
    private static final long GLANCE_MILLIS = 100;
    private static final long BETWEEN_TRIES_MILLIS = 500;

    /** The parts of the application that take part. */
    record Parts(
            Deliveries deliveries, Judges judges, MailDesk desk, Throttle throttle, RelayHealth health, Clock clock) {}

    private final Parts parts;
    private final MailAccess access;
    private final int connections;
    private final ThreadFactory threads;
    private final BooleanSupplier stopping;

    private final BlockingQueue<Outgoing> ready = new LinkedBlockingQueue<>();
    private final BlockingQueue<DeliveryEntry> entries = new LinkedBlockingQueue<>();
    /** Connections. */
    private final AtomicInteger open = new AtomicInteger();

    private final AtomicReference<String> trouble = new AtomicReference<>();
    private final Map<NoticeState, Integer> outcomes = new EnumMap<>(NoticeState.class);

    /** Claimed, and not ended yet. */
    private int underWay;

    /** How many entries are recorded at once: one after a failure, so that one that cannot be recorded is not in the way of the others. */
    private int atOnce = MOST_AT_ONCE;

    /** Until when what became of notices may be recorded: the leases of those claimed first lapse then. */
    private Instant recordable;

    private volatile boolean over;

    DeliveryRound(Parts parts, MailAccess access, int connections, ThreadFactory threads, BooleanSupplier stopping) {
        this.parts = parts;
        this.access = access;
        this.connections = connections;
        this.threads = threads;
        this.stopping = stopping;
    }

    DeliveryReport run() throws InterruptedException {
        Instant now = parts.clock().instant();
        parts.throttle().follow(access.setup(), now);
        Instant end = now.plus(LONGEST);
        recordable = now.plus(parts.deliveries().lease());
        List<Thread> workers = new ArrayList<>();
        boolean more = true;
        RuntimeException failure = null;
        try {
            while (true) {
                if (more && ready.size() < connections && mayClaim(end)) {
                    try {
                        more = claim();
                    } catch (RuntimeException e) {
                        // what is under way is brought to its end first
                        more = false;
                        failure = e;
                    }
                    start(workers);
                }
                if (workers.stream().noneMatch(Thread::isAlive)) {
                    replace(workers, end);
                    if (entries.isEmpty() && workers.isEmpty()) {
                        // what is missing then is found by its lease
                        underWay = 0;
                    }
                }
                if (underWay == 0 && (!more || !mayClaim(end))) {
                    if (failure != null) {
                        throw failure;
                    }
                    return new DeliveryReport(outcomes, 0, 0, trouble.get());
                }
                recordSome();
            }
        } finally {
            over = true;
            for (Thread worker : workers) {
                while (worker.isAlive()) {
                    // whoever waits still must not hand over any more
                    entries.forEach(entry -> entry.recorded().complete(false));
                    worker.join(GLANCE_MILLIS);
                }
            }
        }
    }

    private void start(List<Thread> workers) {
        while (workers.size() < Math.min(connections, ready.size())) {
            Thread worker = threads.newThread(new Worker());
            workers.add(worker);
            worker.start();
        }
    }

    /** Where the last worker has ended, others take what is left, or it is given back. */
    private void replace(List<Thread> workers, Instant end) {
        workers.clear();
        if (mayClaim(end)) {
            start(workers);
        } else {
            giveBackAll();
        }
    }

    private boolean mayClaim(Instant end) {
        return trouble.get() == null
                && !stopping.getAsBoolean()
                && parts.clock().instant().isBefore(end);
    }

    /** False if there is nothing more to claim for now. */
    private boolean claim() {
        Instant now = parts.clock().instant();
        int most = Math.min(connections * CLAIMED_A_CONNECTION, parts.throttle().available(now));
        if (most == 0) {
            return true;
        }
        List<Outgoing> claimed = parts.deliveries().claim(most);
        for (Outgoing notice : claimed) {
            underWay++;
            Instant turn = parts.throttle().take(notice.domain(), access.setup().domainPerMinute(), now);
            if (turn.isAfter(now)) {
                end(notice, Outcome.givenBack("its turn has not come", turn));
            } else {
                ready.add(notice);
            }
        }
        return !claimed.isEmpty();
    }

    private void recordSome() throws InterruptedException {
        List<DeliveryEntry> some = new ArrayList<>();
        DeliveryEntry first = entries.poll(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
        if (first == null) {
            giveBackWhatNobodyTakes();
            return;
        }
        some.add(first);
        entries.drainTo(some, atOnce - 1);
        List<Boolean> recorded = List.of();
        try {
            recorded = parts.deliveries().record(some);
            atOnce = MOST_AT_ONCE;
            if (some.stream().anyMatch(DeliveryEntry::isHandOver)) {
                parts.deliveries().settle();
            }
        } catch (RuntimeException e) {
            // nothing is handed over then; what became of those that were is known here alone
            LOG.log(Level.SEVERE, "what became of notices could not be recorded", e);
            recorded = List.of();
            atOnce = 1;
            if (parts.clock().instant().isBefore(recordable)) {
                some.stream().filter(entry -> !entry.isHandOver()).forEach(entries::add);
                some.removeIf(entry -> !entry.isHandOver());
                Thread.sleep(BETWEEN_TRIES_MILLIS);
            }
        }
        for (int entry = 0; entry < some.size(); entry++) {
            DeliveryEntry done = some.get(entry);
            if (!done.isHandOver()) {
                underWay--;
                outcomes.merge(done.outcome().state(), 1, Integer::sum);
            }
            done.recorded().complete(entry < recorded.size() && recorded.get(entry));
        }
    }

    /** Where the relay lets nobody in, or the round is to stop. */
    private void giveBackWhatNobodyTakes() {
        if (trouble.get() != null || stopping.getAsBoolean()) {
            giveBackAll();
        }
    }

    private void giveBackAll() {
        for (Outgoing notice = ready.poll(); notice != null; notice = ready.poll()) {
            end(notice, givenBack());
        }
    }

    private void end(Outgoing notice, Outcome outcome) {
        entries.add(DeliveryEntry.ended(notice, outcome));
    }

    /** Sends one after the other over a connection of its own, until the round is over or the relay grants no more connections. */
    private final class Worker implements Runnable {

        private final RelayConnection connection = new RelayConnection(access);
        private boolean counted;
        private boolean retired;

        @Override
        public void run() {
            try {
                while (!over && !retired) {
                    Outgoing notice = ready.poll(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
                    if (notice != null) {
                        deliver(notice);
                        count(connection.isOpen());
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                count(false);
                connection.close();
            }
        }

        private void deliver(Outgoing notice) {
            Outcome outcome;
            try {
                outcome = trouble.get() == null && !stopping.getAsBoolean() ? outcome(notice, connection) : givenBack();
            } catch (RelayRefuses e) {
                count(connection.isOpen());
                if (!connection.isOpen() && open.get() > 0) {
                    // those that are open still serve
                    retired = true;
                    ready.add(notice);
                    return;
                }
                if (trouble.compareAndSet(null, Outcome.unknown(e.getMessage()).words())) {
                    parts.health().failed(trouble.get(), parts.clock().instant());
                }
                outcome = e.meanwhile().orElseGet(DeliveryRound.this::givenBack);
            } catch (MessagingException e) {
                outcome = Outcome.refused("it cannot be written as a mail: " + e.getMessage());
            } catch (RuntimeException | Error e) {
                // what goes wrong once it is handed over is the connection's to tell; and a notice without an end would
                // keep the round from its own
                LOG.log(Level.WARNING, "notice " + notice.id() + " could not be made ready to be sent", e);
                outcome = Outcome.postponed("it could not be made ready to be sent", later(notice.attempts() + 1));
            }
            end(notice, outcome);
        }

        private void count(boolean isOpen) {
            if (isOpen != counted) {
                counted = isOpen;
                open.addAndGet(isOpen ? 1 : -1);
            }
        }
    }

    private Outcome outcome(Outgoing notice, RelayConnection connection) throws RelayRefuses, MessagingException {
        Judgement judgement;
        try {
            judgement = parts.judges().judge(notice);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "notice " + notice.id() + " could not be judged", e);
            return Outcome.postponed("it could not be judged", later(notice.attempts() + 1));
        }
        if (judgement instanceof Judgement.Hold hold) {
            return Outcome.judged(NoticeState.HELD, hold.reason());
        }
        if (judgement instanceof Judgement.Cancel cancel) {
            return Outcome.judged(NoticeState.CANCELLED, cancel.reason());
        }
        if (judgement instanceof Judgement.Suppress suppress) {
            return Outcome.judged(NoticeState.SUPPRESSED, suppress.reason());
        }
        String to = judgement instanceof Judgement.SendTo other ? other.address() : notice.address();
        return sent(notice, to, connection);
    }

    private Outcome sent(Outgoing notice, String to, RelayConnection connection)
            throws RelayRefuses, MessagingException {
        Outcome outcome = null;
        for (int tries = 0; outcome == null && tries < 2; tries++) {
            Mail mail = parts.desk().mail(notice, to, access.setup(), connection.session(), () -> handOver(notice, to));
            connection.open();
            outcome = connection.send(mail, notice.attempts(), parts.clock().instant());
            if (mail.refused()) {
                return Outcome.givenBack("it is another's by now", parts.clock().instant());
            }
        }
        if (outcome == null) {
            return Outcome.givenBack("the connection ended", later(1));
        }
        if (outcome.state() != NoticeState.HELD) {
            // a relay that refuses the site's mail by its rules is not well for having said so
            parts.health().well();
        }
        return outcome;
    }

    /** Waits until it is durable that this notice is about to leave. */
    private boolean handOver(Outgoing notice, String to) {
        DeliveryEntry entry = DeliveryEntry.handOver(notice, to);
        entries.add(entry);
        return entry.recorded().join();
    }

    private Outcome givenBack() {
        return Outcome.givenBack(
                trouble.get() == null ? "its round has ended" : "the relay lets nobody in",
                parts.health().trouble().map(RelayHealth.Trouble::again).orElseGet(() -> parts.clock()
                        .instant()));
    }

    private Instant later(int attempts) {
        return parts.clock().instant().plus(Backoff.after(attempts));
    }
}
