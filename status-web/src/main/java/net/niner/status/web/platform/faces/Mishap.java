package net.niner.status.web.platform.faces;

import jakarta.faces.application.ViewExpiredException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.niner.status.account.Forbidden;

/**
 * What went wrong with a request, seen through the wrappings that containers put around it.
 *
 * @param words what to say to the reader, for a refusal
 */
record Mishap(Kind kind, String words) {

    enum Kind {
        /** The caller may not do that. */
        FORBIDDEN,
        /** The page waited so long that its form is no longer known. */
        EXPIRED,
        /** A rule of the domain refuses it. */
        REFUSED,
        /** Nobody reckoned with it. */
        FAILURE
    }

    private static final int DEEPEST = 20;

    /** @param explain what the features have to say about one throwable */
    static Mishap of(Throwable thrown, Function<Throwable, Optional<String>> explain) {
        List<Throwable> chain = chain(thrown);
        for (Throwable link : chain) {
            if (link instanceof Forbidden) {
                return new Mishap(Kind.FORBIDDEN, null);
            }
            if (link instanceof ViewExpiredException) {
                return new Mishap(Kind.EXPIRED, null);
            }
        }
        return chain.stream()
                .map(explain)
                .flatMap(Optional::stream)
                .findFirst()
                .map(words -> new Mishap(Kind.REFUSED, words))
                .orElseGet(() -> new Mishap(Kind.FAILURE, null));
    }

    private static List<Throwable> chain(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable link = thrown; link != null && chain.size() < DEEPEST; link = link.getCause()) {
            chain.add(link);
        }
        return chain;
    }
}
