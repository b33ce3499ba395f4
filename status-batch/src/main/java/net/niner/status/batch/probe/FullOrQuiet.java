package net.niner.status.batch.probe;

import jakarta.batch.api.chunk.AbstractCheckpointAlgorithm;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import net.niner.status.probe.Flights;

/** Ends a chunk when it is large, half a second old, or nothing more has landed: what is known is on the page within a second. */
@Named
@Dependent
public class FullOrQuiet extends AbstractCheckpointAlgorithm {

    private static final int LARGE = 500;
    private static final Duration OLD = Duration.ofMillis(500);

    @Inject
    private Flights flights;

    @Inject
    private Clock clock;

    private int items;
    private Instant began;

    @Override
    public void beginCheckpoint() {
        items = 0;
        began = clock.instant();
    }

    @Override
    public boolean isReadyToCheckpoint() {
        items++;
        return items >= LARGE || !flights.anyLanded() || clock.instant().isAfter(began.plus(OLD));
    }
}
