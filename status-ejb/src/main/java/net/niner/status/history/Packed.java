package net.niner.status.history;

/**
 * What one transaction of {@link HistoryPacking} did.
 *
 * @param next the check after which to go on; negative if there is nothing more to do
 * @param samples how many samples were packed, or hours summed up
 * @param rows into how many rows
 */
public record Packed(long next, int samples, int rows) {

    private static final long DONE = -1;

    static Packed done(int samples, int rows) {
        return new Packed(DONE, samples, rows);
    }

    public boolean isDone() {
        return next < 0;
    }
}
