package net.niner.status.incident;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import net.niner.status.platform.Rows;

/** Which incidents visitors can read a post-mortem of. */
@Stateless
public class PublishedPostMortems {

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    /** The ids of these incidents. */
    public Set<Long> incidents() {
        return new HashSet<>(Rows.query(
                dataSource,
                "select m.incident_id from post_mortem m join post p on p.id = m.post_id where p.state = 'PUBLISHED'",
                row -> row.getLong(1)));
    }
}
