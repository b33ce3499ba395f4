package net.niner.status.platform;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Whether the database can be asked. */
@Stateless
public class Database {

    private static final int PATIENCE_SECONDS = 2;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    /** True if it answers within two seconds. */
    public boolean answers() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }
}
