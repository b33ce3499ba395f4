package net.niner.status.web.platform.faces;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import java.util.Optional;
import java.util.function.Function;
import net.niner.status.account.Caller;
import net.niner.status.account.Forbidden;
import net.niner.status.web.platform.faces.Mishap.Kind;
import org.junit.jupiter.api.Test;

class MishapTest {

    private static final Function<Throwable, Optional<String>> EXPLAINED =
            thrown -> Optional.of("It is too early.").filter(words -> thrown instanceof IllegalStateException);

    @Test
    void whatTheContainersWrapIsSeenThrough() {
        assertThat(mishap(new FacesException(new EJBException(forbidden()))).kind())
                .isEqualTo(Kind.FORBIDDEN);
        assertThat(mishap(new FacesException(new ViewExpiredException("gone", "/admin")))
                        .kind())
                .isEqualTo(Kind.EXPIRED);
    }

    @Test
    void aFeaturePutsItsRefusalIntoWords() {
        assertThat(mishap(new FacesException(new IllegalStateException())))
                .isEqualTo(new Mishap(Kind.REFUSED, "It is too early."));
    }

    @Test
    void whatNobodyExplainsIsAFailure() {
        assertThat(mishap(new FacesException(new NullPointerException("secret"))))
                .isEqualTo(new Mishap(Kind.FAILURE, null));
    }

    @Test
    void aCircleOfCausesEnds() {
        RuntimeException first = new RuntimeException();
        first.initCause(new RuntimeException(first));

        assertThat(mishap(first).kind()).isEqualTo(Kind.FAILURE);
    }

    private static Mishap mishap(Throwable thrown) {
        return Mishap.of(thrown, EXPLAINED);
    }

    private static Forbidden forbidden() {
        try {
            Caller.required();
            throw new AssertionError("somebody has signed in");
        } catch (Forbidden e) {
            return e;
        }
    }
}
