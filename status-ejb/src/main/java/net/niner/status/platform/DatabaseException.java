package net.niner.status.platform;

import jakarta.ejb.ApplicationException;
import java.sql.SQLException;

/** The database refused or did not answer; the transaction is rolled back. */
@ApplicationException(rollback = true)
public class DatabaseException extends RuntimeException {

    public DatabaseException(SQLException cause) {
        super("the database did not do as asked: " + cause.getMessage(), cause);
    }
}
