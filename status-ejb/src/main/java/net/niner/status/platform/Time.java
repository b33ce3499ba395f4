package net.niner.status.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The one clock of the application, UTC; only here is the system's asked. */
@ApplicationScoped
public class Time {

    @Produces
    Clock clock() {
        return Clock.systemUTC();
    }
}
