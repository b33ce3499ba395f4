package net.niner.status.probe;

import java.io.IOException;
import java.io.InputStream;

/** The incoming side of a {@link Wire}: a small buffer, and the moment of the first byte. */
final class WireInput extends InputStream {

    private static final int BUFFER = 1024;

    private final InputStream source;
    private final Attempt attempt;
    private byte[] buffer;
    private int next;
    private int end;
    private boolean ended;

    WireInput(InputStream source, Attempt attempt) {
        this.source = source;
        this.attempt = attempt;
    }

    @Override
    public int read() throws IOException {
        return next < end || fill() ? buffer[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (next == end && length >= BUFFER) {
            return began(source.read(into, offset, length));
        }
        if (length == 0) {
            return 0;
        }
        if (next == end && !fill()) {
            return -1;
        }
        int count = Math.min(length, end - next);
        System.arraycopy(buffer, next, into, offset, count);
        next += count;
        return count;
    }

    @Override
    public int available() throws IOException {
        return end - next + source.available();
    }

    /** True if bytes have arrived that nobody read. */
    boolean holdsMore() {
        return next < end;
    }

    /** True if a read has found the end. */
    boolean hasEnded() {
        return ended;
    }

    private boolean fill() throws IOException {
        if (buffer == null) {
            buffer = new byte[BUFFER];
        }
        next = 0;
        end = Math.max(0, began(source.read(buffer)));
        return end > 0;
    }

    private int began(int count) {
        if (count > 0) {
            attempt.enter(Phase.READING);
        }
        ended |= count < 0;
        return count;
    }
}
