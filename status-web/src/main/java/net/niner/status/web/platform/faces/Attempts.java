package net.niner.status.web.platform.faces;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The latest presses of buttons in one session, each by the id that the page gave it. */
final class Attempts {

    static final int REMEMBERED = 50;

    private final Map<String, Attempt> attempts = new LinkedHashMap<>();

    /** What is to become of a press. */
    enum Turn {
        /** Nothing was done for it yet: act. */
        ACT,
        /** It was acted upon before. */
        DONE,
        /** It is being acted upon, and that takes long. */
        UNDER_WAY
    }

    private static final class Attempt {
        private final CountDownLatch ended = new CountDownLatch(1);
        private boolean done;
    }

    /**
     * Remembers a press. One that is known already waits for the first to end: if that one was refused, nothing was done, and it is this
     * one's turn.
     */
    Turn begin(String id, long patienceMillis) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        Attempt first = remember(id);
        while (first != null) {
            if (!first.ended.await(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return Turn.UNDER_WAY;
            }
            if (first.done) {
                return Turn.DONE;
            }
            first = remember(id);
        }
        return Turn.ACT;
    }

    /** Null if it was not known. */
    private synchronized Attempt remember(String id) {
        Attempt first = attempts.putIfAbsent(id, new Attempt());
        if (attempts.size() > REMEMBERED) {
            attempts.remove(attempts.keySet().iterator().next());
        }
        return first;
    }

    /** What was not done is forgotten, so that it can be pressed again. */
    synchronized void end(String id, boolean done) {
        Attempt attempt = done ? attempts.get(id) : attempts.remove(id);
        if (attempt != null) {
            attempt.done = done;
            attempt.ended.countDown();
        }
    }

    /** Those that were done and not refused, oldest first. */
    synchronized List<String> done() {
        return attempts.entrySet().stream()
                .filter(entry -> entry.getValue().done)
                .map(Map.Entry::getKey)
                .toList();
    }
}
