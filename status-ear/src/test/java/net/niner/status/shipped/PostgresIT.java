package net.niner.status.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same start on a real PostgreSQL. */
class PostgresIT {
    private static EmbeddedPostgres postgres;

    @TempDir
    private Path data;

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    @Test
    void everythingLivesInPostgres() throws Exception {
        Files.writeString(data.resolve("status.properties"), "status.db.password=postgres\n");
        String url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";

        try (Site site = Site.start(data, "--database-url", url, "--database-user", "postgres")) {
            assertThat(site.get("/api/v1/servers").body()).contains("NC036");
            assertThat(site.command("job", "start", "compact-history", "--wait").exitCode())
                    .isZero();
        }
        assertThat(data.resolve("status.mv.db")).doesNotExist();
        assertThat(count("SELECT COUNT(*) FROM st_executioninstancedata")).isPositive();
    }

    private static long count(String query) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                ResultSet result = connection.createStatement().executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
