package net.niner.status.account;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import javax.sql.DataSource;
import net.niner.status.platform.Migrations;
import net.niner.status.platform.PrivateFile;
import net.niner.status.platform.Rows;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The token of whoever runs the site on its machine: made at first start, kept in the data directory in {@link #FILE}, belonging to no person.
 * Whoever wants another removes the file and starts the site anew.
 */
@Singleton
@Startup
public class OperatorToken {

    public static final String FILE = "operator.token";

    private static final String NAME = "operator";
    private static final Set<Permission> PERMISSIONS =
            EnumSet.of(Permission.READ, Permission.SERVERS, Permission.JOBS, Permission.BILLING);

    @EJB
    private Migrations migrations;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "status.data")
    private Path data;

    @PostConstruct
    void keepInStep() {
        migrations.await();
        String hash = Digest.of(read());
        String permissions = ApiTokens.written(PERMISSIONS);
        int known = Rows.update(
                dataSource,
                "update api_token set secret_hash = ?, permissions = ? where user_id is null",
                hash,
                permissions);
        if (known == 0) {
            Rows.update(
                    dataSource,
                    "insert into api_token (secret_hash, name, permissions, created_at) values (?, ?, ?, ?)",
                    hash,
                    NAME,
                    permissions,
                    Rows.time(clock.instant()));
        }
    }

    private String read() {
        try {
            return PrivateFile.readOrCreate(data.resolve(FILE), PrivateFile::randomWord);
        } catch (IOException e) {
            throw new UncheckedIOException("the operator's token cannot be read or made", e);
        }
    }
}
