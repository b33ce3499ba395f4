package net.niner.status.billing;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import net.niner.status.notice.KnownClients;
import net.niner.status.platform.Rows;

/** Those of the register who are clients still. */
@ApplicationScoped
public class RegisteredClients implements KnownClients {

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Override
    public int count() {
        return Rows.query(dataSource, "select count(*) from client where active", row -> row.getInt(1))
                .get(0);
    }
}
