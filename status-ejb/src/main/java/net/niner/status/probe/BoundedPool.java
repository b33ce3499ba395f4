package net.niner.status.probe;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads for so many tasks at once, which end when they are idle. As many tasks again may wait: a thread that has just delivered its result
 * is not yet free for the next task. What is more than that is rejected.
 */
final class BoundedPool extends ThreadPoolExecutor {

    private static final int IDLE_SECONDS = 30;

    BoundedPool(int atOnce, ThreadFactory threads) {
        super(atOnce, atOnce, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(atOnce), threads);
        allowCoreThreadTimeOut(true);
    }
}
