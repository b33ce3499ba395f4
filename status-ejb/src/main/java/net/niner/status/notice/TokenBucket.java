package net.niner.status.notice;

import java.time.Duration;
import java.time.Instant;

/** So many a minute and no more, and a tenth of that at once. Not safe for several threads. */
final class TokenBucket {

    private static final double BURST = 0.1;
    private static final double NANOS_A_MINUTE = Duration.ofMinutes(1).toNanos();

    private final int perMinute;
    private final double most;
    private double tokens;
    private Instant filled;

    TokenBucket(int perMinute, Instant now) {
        this.perMinute = perMinute;
        this.most = Math.max(1, perMinute * BURST);
        this.tokens = most;
        this.filled = now;
    }

    int perMinute() {
        return perMinute;
    }

    int available(Instant now) {
        fill(now);
        return (int) tokens;
    }

    boolean take(Instant now) {
        if (available(now) < 1) {
            return false;
        }
        tokens--;
        return true;
    }

    void giveBack() {
        tokens = Math.min(most, tokens + 1);
    }

    /** When the {@code nth} from now on may go, if nothing else does. */
    Instant turnOf(int nth, Instant now) {
        fill(now);
        double missing = Math.max(0, nth - tokens);
        return now.plusNanos((long) Math.ceil(missing * NANOS_A_MINUTE / perMinute));
    }

    private void fill(Instant now) {
        if (now.isAfter(filled)) {
            tokens = Math.min(most, tokens + Duration.between(filled, now).toNanos() * perMinute / NANOS_A_MINUTE);
            filled = now;
        }
    }
}
