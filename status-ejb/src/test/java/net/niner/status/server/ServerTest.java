package net.niner.status.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ServerTest {

    @Test
    void itCannotDependOnWhatDependsOnIt() {
        Server router = server("ROUTER");
        Server web = server("WEB");
        web.dependOn(router);
        assertThat(web.dependsOn("ROUTER")).isTrue();
        assertThatThrownBy(() -> router.dependOn(web)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Timeout(10)
    void aCircleOfOthersIsWalkedOnce() throws ReflectiveOperationException {
        Server one = server("ONE");
        Server other = server("OTHER");
        other.dependOn(one);
        // no verb leads there, but two changes at once did
        Field parent = Server.class.getDeclaredField("parent");
        parent.setAccessible(true);
        parent.set(one, other);
        assertThat(one.dependsOn("OTHER")).isTrue();
        assertThat(one.dependsOn("WEB")).isFalse();
    }

    private static Server server(String code) {
        return new Server(code, new Location("Perth", "AU"), Role.OTHER, Visibility.PUBLIC);
    }
}
