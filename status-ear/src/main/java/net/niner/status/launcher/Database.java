package net.niner.status.launcher;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Where the data lives. It is tried before the server boots, because a pool that cannot connect would only show as an
 * application that fails to deploy.
 */
record Database(String url, String user, String password) {
    private static final int H2_IN_USE = 90020;

    /** The databases that the application is written for and tested on. */
    enum Kind {
        H2("jdbc:h2:", "org.h2.jdbcx.JdbcDataSource", "org.h2.Driver"),
        POSTGRESQL("jdbc:postgresql:", "org.postgresql.ds.PGSimpleDataSource", "org.postgresql.Driver");

        private final String prefix;
        private final String dataSource;
        private final String driver;

        Kind(String prefix, String dataSource, String driver) {
            this.prefix = prefix;
            this.dataSource = dataSource;
            this.driver = driver;
        }

        String dataSource() {
            return dataSource;
        }
    }

    /**
     * H2 in a file that one process at a time may open. It outlives a kill at any moment: the lock is the operating
     * system's and dies with the process, and the file is whole, with all that was committed until a tenth of a second before
     * (by default, half a second). Without any delay H2 would lose its background writer, which also keeps the file small.
     * Results are not reused: H2 2.2 judges by a change's beginning, not its commit, whether one is still good, and whoever asks the same
     * thing twice around a commit is then given the old answer, over that connection until the next change.
     */
    static String embeddedIn(Path data) {
        return "jdbc:h2:file:" + data.resolve("status")
                + ";DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=32768;WRITE_DELAY=100;OPTIMIZE_REUSE_RESULTS=0";
    }

    Kind kind() {
        for (Kind kind : Kind.values()) {
            if (url.startsWith(kind.prefix)) {
                return kind;
            }
        }
        throw new Refusal("refused.database.kind", printable());
    }

    /** @param server the class loader that knows the drivers */
    void check(ClassLoader server) {
        try (Connection connection = driver(server).connect(url, credentials())) {
            connection.createStatement().execute("SELECT 1");
        } catch (SQLException e) {
            throw refusal(e);
        }
    }

    private Driver driver(ClassLoader server) {
        try {
            return (Driver) Class.forName(kind().driver, true, server)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Properties credentials() {
        Properties credentials = new Properties();
        credentials.setProperty("user", user);
        credentials.setProperty("password", password);
        if (kind() == Kind.POSTGRESQL) {
            credentials.setProperty("connectTimeout", "5");
            credentials.setProperty("loginTimeout", "10");
        }
        return credentials;
    }

    private Refusal refusal(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        if (e.getErrorCode() == H2_IN_USE) {
            return new Refusal("refused.database.in-use", printable());
        }
        if (state.startsWith("28")) {
            return new Refusal("refused.database.credentials", printable(), user);
        }
        String reason = e.getMessage().lines().findFirst().orElse(state);
        return new Refusal("refused.database.unreachable", printable(), reason.replaceAll("[.\\s]+$", ""));
    }

    /** The address without what follows it, for a password may. */
    private String printable() {
        return url.split("[;?]", 2)[0];
    }
}
