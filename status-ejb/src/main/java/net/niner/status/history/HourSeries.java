package net.niner.status.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/**
 * All samples of a check in one hour: in a few numbers, and packed, see {@link SampleCodec}. Instants are kept to the second, latencies to the microsecond.
 *
 * @param hour counted since 1970, UTC
 */
record HourSeries(int hour, Digest digest, byte[] packed) {

    static final int SECONDS = 3_600;

    /**
     * What a row costs beside its packed values, in bytes: its own columns, the key and the index by age. Measured on both databases, the larger one taken, and
     * room for pages that are not full.
     */
    static final int ROW_OVERHEAD = 240;

    /** @param samples of that hour, in any order; at least one */
    static HourSeries of(int hour, List<Sample> samples) {
        List<Sample> ordered =
                samples.stream().sorted(Comparator.comparing(Sample::at)).toList();
        return new HourSeries(hour, Digest.of(ordered), SampleCodec.pack(beginning(hour), ordered));
    }

    static int hourOf(Instant at) {
        return (int) Math.floorDiv(at.getEpochSecond(), (long) SECONDS);
    }

    static Instant beginning(int hour) {
        return Instant.EPOCH.plus(hour, ChronoUnit.HOURS);
    }

    /** In the order of time. */
    List<Sample> samples() {
        return SampleCodec.unpack(beginning(hour), packed);
    }

    /** What it costs on disk, about. */
    int bytes() {
        return packed.length + ROW_OVERHEAD;
    }
}
