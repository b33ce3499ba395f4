package net.niner.status.history;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import net.niner.status.probe.Outcome;

/**
 * Samples as few bytes. A check measures at even intervals, so of each instant only the change of the interval is written; outcomes as runs; latencies as what
 * they differ from their median. All of them as numbers of variable length, and the whole deflated where that makes it shorter.
 */
final class SampleCodec {

    private static final byte PLAIN = 0;
    private static final byte DEFLATED = 1;
    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;
    private static final Outcome[] OUTCOMES = {Outcome.UP, Outcome.SLOW, Outcome.DOWN, Outcome.UNKNOWN};

    private SampleCodec() {}

    /** @param samples in the order of time, none before the beginning */
    static byte[] pack(Instant beginning, List<Sample> samples) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, samples.size());
        long last = beginning.getEpochSecond();
        long step = 0;
        for (Sample sample : samples) {
            long at = sample.at().getEpochSecond();
            write(out, zigzag(at - last - step));
            step = at - last;
            last = at;
        }
        for (int i = 0; i < samples.size(); ) {
            int from = i;
            Outcome outcome = samples.get(i).outcome();
            while (i < samples.size() && samples.get(i).outcome() == outcome) {
                i++;
            }
            write(
                    out,
                    (long) (i - from) * OUTCOMES.length
                            + Arrays.asList(OUTCOMES).indexOf(outcome));
        }
        Integer median = Digest.of(samples).p50();
        write(out, median == null ? 0 : median);
        for (Sample sample : samples) {
            Integer micros = Digest.micros(sample);
            write(out, micros == null ? 0 : 1 + zigzag((long) micros - median));
        }
        return shortest(out.toByteArray());
    }

    static List<Sample> unpack(Instant beginning, byte[] packed) {
        ByteBuffer in = ByteBuffer.wrap(plain(packed));
        int count = (int) read(in);
        List<Instant> instants = new ArrayList<>(count);
        long last = beginning.getEpochSecond();
        long step = 0;
        for (int i = 0; i < count; i++) {
            step += unzigzag(read(in));
            last += step;
            instants.add(Instant.ofEpochSecond(last));
        }
        List<Outcome> outcomes = new ArrayList<>(count);
        while (outcomes.size() < count) {
            long run = read(in);
            for (long i = 0; i < run / OUTCOMES.length; i++) {
                outcomes.add(OUTCOMES[(int) (run % OUTCOMES.length)]);
            }
        }
        long median = read(in);
        List<Sample> samples = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long written = read(in);
            Duration latency = written == 0 ? null : Duration.ofNanos((median + unzigzag(written - 1)) * 1_000);
            samples.add(new Sample(instants.get(i), outcomes.get(i), latency));
        }
        return samples;
    }

    private static void write(ByteArrayOutputStream out, long number) {
        long rest = number;
        while ((rest & ~SEVEN_BITS) != 0) {
            out.write((int) (rest & SEVEN_BITS | MORE));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static long read(ByteBuffer in) {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            number |= (long) (next & SEVEN_BITS) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    /** Small numbers of either sign become small numbers. */
    private static long zigzag(long number) {
        return number << 1 ^ number >> 63;
    }

    private static long unzigzag(long number) {
        return number >>> 1 ^ -(number & 1);
    }

    private static byte[] shortest(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(plain);
            deflater.finish();
            byte[] deflated = new byte[plain.length];
            int length = deflater.deflate(deflated);
            return deflater.finished() && length < plain.length
                    ? marked(DEFLATED, deflated, length)
                    : marked(PLAIN, plain, plain.length);
        } finally {
            deflater.end();
        }
    }

    private static byte[] marked(byte mark, byte[] bytes, int length) {
        byte[] marked = new byte[length + 1];
        marked[0] = mark;
        System.arraycopy(bytes, 0, marked, 1, length);
        return marked;
    }

    private static byte[] plain(byte[] packed) {
        if (packed[0] == PLAIN) {
            return Arrays.copyOfRange(packed, 1, packed.length);
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed, 1, packed.length - 1);
            ByteArrayOutputStream out = new ByteArrayOutputStream(packed.length * 2);
            byte[] some = new byte[1_024];
            while (!inflater.finished()) {
                int length = inflater.inflate(some);
                if (length == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new IllegalArgumentException("packed samples end too early");
                }
                out.write(some, 0, length);
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("these are no packed samples", e);
        } finally {
            inflater.end();
        }
    }
}
