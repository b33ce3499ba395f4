package net.niner.status.account;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** Who calls, for the length of a request: bound to the thread at the edge (a filter), asked by the services. */
public final class Caller {

    private static final ThreadLocal<Actor> CURRENT = new ThreadLocal<>();

    private Caller() {}

    /** From here on, until {@link #forget()}, this thread acts for that actor. */
    public static void bind(Actor actor) {
        CURRENT.set(actor);
    }

    public static void forget() {
        CURRENT.remove();
    }

    /** Nobody, where nobody signed in. */
    public static Optional<Actor> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** @throws Forbidden if nobody signed in */
    public static Actor required() {
        return current().orElseThrow(Forbidden::nobody);
    }

    /**
     * For what only some of those may do who may call a method.
     *
     * @throws Forbidden if nobody signed in, or the caller holds none of them
     */
    public static void require(Permission... anyOf) {
        Actor actor = required();
        if (Arrays.stream(anyOf).noneMatch(actor::may)) {
            throw Forbidden.lacks(actor, anyOf[0]);
        }
    }

    public static void as(Actor actor, Runnable action) {
        as(actor, () -> {
            action.run();
            return null;
        });
    }

    /** Does it as that actor, and gives the thread back as it was. */
    public static <T> T as(Actor actor, Supplier<T> action) {
        Actor before = CURRENT.get();
        CURRENT.set(actor);
        try {
            return action.get();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }
}
