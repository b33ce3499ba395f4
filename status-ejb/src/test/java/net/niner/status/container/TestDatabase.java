package net.niner.status.container;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;

/** The database of a test run: {@code -Dstatus.test.database=h2} or {@code postgresql}. */
record TestDatabase(String dataSource, String url, String user, EmbeddedPostgres server) implements AutoCloseable {

    static TestDatabase start(Path directory) throws IOException {
        if (System.getProperty("status.test.database", "h2").equals("h2")) {
            return new TestDatabase(
                    "org.h2.jdbcx.JdbcDataSource",
                    "jdbc:h2:file:" + directory.resolve("status") + ";OPTIMIZE_REUSE_RESULTS=0",
                    "status",
                    null);
        }
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start();
        return new TestDatabase(
                "org.postgresql.ds.PGSimpleDataSource", server.getJdbcUrl("postgres", "postgres"), "postgres", server);
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
    }
}
