package net.niner.status.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Knocks at every door of every service as everybody: a new service is tried without a word here, one of another module by the deployment that
 * holds it.
 */
@ExtendWith(ArquillianExtension.class)
public class PermissionsIT {

    @Inject
    private BeanManager beans;

    @EJB
    private Users users;

    @Resource
    private UserTransaction transaction;

    private record Door(Bean<?> bean, Method method, Set<Permission> anyOf) {

        @Override
        public String toString() {
            return bean.getBeanClass().getSimpleName() + "." + method.getName();
        }
    }

    @Test
    protected void everyDoorOpensForThoseWhoHoldItsKeyAndForNobodyElse() throws Exception {
        List<Door> doors = doors();
        assertThat(doors).extracting(Door::toString).contains("Users.all", "Audit.verify", "ApiTokens.create");
        for (Door door : doors) {
            for (UserRole role : UserRole.values()) {
                Actor actor = new Actor(null, "a " + role, "10.5.0.1", role.permissions());
                assertThat(isForbidden(door, actor))
                        .as("%s as %s", door, role)
                        .isNotEqualTo(door.anyOf().stream().anyMatch(actor::may));
            }
            Actor nobody = new Actor(null, "a token of nothing", "10.5.0.1", Set.of());
            assertThat(isForbidden(door, nobody))
                    .as("%s without a permission", door)
                    .isTrue();
            assertThat(isForbidden(door, null)).as("%s as nobody", door).isTrue();
        }
    }

    @Test
    protected void whoHasNotSignedInIsTold() {
        assertThatThrownBy(users::all).isInstanceOf(Forbidden.class).hasMessage("nobody has signed in");
    }

    private List<Door> doors() {
        return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .filter(bean -> isService(bean.getBeanClass()))
                .flatMap(PermissionsIT::doors)
                .toList();
    }

    private static boolean isService(Class<?> type) {
        return type.isAnnotationPresent(Stateless.class) || type.isAnnotationPresent(Singleton.class);
    }

    private static Stream<Door> doors(Bean<?> bean) {
        Allowed all = bean.getBeanClass().getAnnotation(Allowed.class);
        return Arrays.stream(bean.getBeanClass().getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .flatMap(method -> Stream.ofNullable(
                                method.isAnnotationPresent(Allowed.class) ? method.getAnnotation(Allowed.class) : all)
                        .map(rule -> new Door(bean, method, Set.of(rule.value()))));
    }

    private boolean isForbidden(Door door, Actor actor) throws Exception {
        Object service =
                beans.getReference(door.bean(), door.bean().getBeanClass(), beans.createCreationalContext(door.bean()));
        Object[] arguments = Arrays.stream(door.method().getParameterTypes())
                .map(PermissionsIT::nothing)
                .toArray();
        transaction.begin();
        if (actor != null) {
            Caller.bind(actor);
        }
        try {
            door.method().invoke(service, arguments);
            return false;
        } catch (InvocationTargetException e) {
            return e.getCause() instanceof Forbidden;
        } finally {
            Caller.forget();
            transaction.rollback();
        }
    }

    /** Enough to get past the guard; what the service makes of it does not matter. */
    private static Object nothing(Class<?> type) {
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    }
}
