package net.niner.status.notice;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import net.niner.status.platform.Rows;

/** Who is told of what the owners must know: whoever has an account as one. */
@Stateless
public class Owners {

    private static final String OWNERS =
            "select id, email, language from app_user where role = 'OWNER' and state = 'ACTIVE' order by id";

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    public List<Recipient> all() {
        return Rows.query(
                dataSource,
                OWNERS,
                row -> new Recipient(
                        "user:" + row.getLong("id"),
                        row.getString("email"),
                        Locale.forLanguageTag(
                                Optional.ofNullable(row.getString("language")).orElse("en")),
                        ZoneOffset.UTC));
    }
}
