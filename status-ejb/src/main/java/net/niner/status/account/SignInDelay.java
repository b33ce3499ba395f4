package net.niner.status.account;

import java.time.Duration;

/**
 * How long to wait after so many failed attempts: nothing at first, then a second, doubled with each, up to a quarter of an hour.
 *
 * @param free how many may fail without a wait
 */
record SignInDelay(int free) {

    static final Duration MOST = Duration.ofMinutes(15);

    Duration after(int failures) {
        if (failures < free) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - free, Integer.SIZE - 2);
        Duration delay = Duration.ofSeconds(1L << doublings);
        return delay.compareTo(MOST) > 0 ? MOST : delay;
    }
}
