package net.niner.status.web.platform.faces;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The latest presses of buttons in one session, each by the id that the page gave it. */
final class Attempts {

    static final int REMEMBERED = 50;

    private final Map<String, Attempt> attempts = new LinkedHashMap<>();

    /** One press: it runs, and then it was done, or refused. */
    static final class Attempt {
        private final CountDownLatch ended = new CountDownLatch(1);
        private boolean done;

        /** @return false if it did not end in time */
        boolean await(long seconds) throws InterruptedException {
            return ended.await(seconds, TimeUnit.SECONDS);
        }
    }

    /** Remembers a press; if it is known already, it is not to be acted upon, and the first one is returned. */
    synchronized Optional<Attempt> begin(String id) {
        Attempt first = attempts.putIfAbsent(id, new Attempt());
        if (attempts.size() > REMEMBERED) {
            attempts.remove(attempts.keySet().iterator().next());
        }
        return Optional.ofNullable(first);
    }

    synchronized void end(String id, boolean done) {
        Attempt attempt = attempts.get(id);
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
