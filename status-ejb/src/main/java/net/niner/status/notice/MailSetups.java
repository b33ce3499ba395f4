package net.niner.status.notice;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import net.niner.status.platform.Migrations;
import net.niner.status.platform.Rows;
import net.niner.status.platform.Vault;
import net.niner.status.platform.VaultException;
import org.eclipse.microprofile.config.ConfigProvider;

/** Where the setup of mail is kept; for the site itself. */
@Stateless
public class MailSetups {

    private static final Logger LOG = Logger.getLogger(MailSetups.class.getName());

    /** It is read every few seconds. */
    private static final AtomicBoolean COMPLAINED = new AtomicBoolean();

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @EJB
    private Migrations migrations;

    @Inject
    private Vault vault;

    /** What is in force: what somebody saved, else what is configured. */
    public MailAccess read() {
        migrations.await();
        return Rows.query(dataSource, "select * from mail_settings", this::access).stream()
                .findFirst()
                .orElseGet(() ->
                        ConfiguredMail.read(name -> ConfigProvider.getConfig().getOptionalValue(name, String.class)));
    }

    /** False if it was changed since that version. */
    public boolean write(MailAccess access) {
        MailSetup setup = access.setup();
        boolean first = access.version() == 0;
        String columns =
                "relay_host, relay_port, relay_security, relay_user, relay_password, from_address, from_name, reply_to, owners,"
                        + " bounce_address, verp, bounce_host, bounce_port, bounce_security, bounce_user, bounce_password,"
                        + " per_minute, domain_per_minute";
        String sql = first
                ? "insert into mail_settings (id, version, " + columns
                        + ") select 1, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"
                        + " where ? = 0 and not exists (select 1 from mail_settings)"
                : "update mail_settings set version = version + 1, " + columns.replaceAll("(\\w+)", "$1 = ?")
                        + " where version = ?";
        return Rows.update(
                        dataSource,
                        sql,
                        setup.relayHost(),
                        setup.relayPort(),
                        setup.relaySecurity().name(),
                        setup.relayUser(),
                        vault.encrypt(access.relayPassword()),
                        setup.fromAddress(),
                        setup.fromName(),
                        setup.replyTo(),
                        String.join(" ", setup.owners()),
                        setup.bounceAddress(),
                        setup.verp(),
                        setup.bounceHost(),
                        setup.bouncePort(),
                        setup.bounceSecurity().name(),
                        setup.bounceUser(),
                        vault.encrypt(access.bouncePassword()),
                        setup.perMinute(),
                        setup.domainPerMinute(),
                        access.version())
                == 1;
    }

    private MailAccess access(ResultSet row) throws SQLException {
        return new MailAccess(
                new MailSetup(
                        row.getString("relay_host"),
                        row.getInt("relay_port"),
                        MailSecurity.valueOf(row.getString("relay_security")),
                        row.getString("relay_user"),
                        row.getString("from_address"),
                        row.getString("from_name"),
                        row.getString("reply_to"),
                        owners(row.getString("owners")),
                        row.getString("bounce_address"),
                        row.getBoolean("verp"),
                        row.getString("bounce_host"),
                        row.getInt("bounce_port"),
                        MailSecurity.valueOf(row.getString("bounce_security")),
                        row.getString("bounce_user"),
                        row.getInt("per_minute"),
                        row.getInt("domain_per_minute")),
                row.getInt("version"),
                opened(row.getString("relay_password")),
                opened(row.getString("bounce_password")));
    }

    private static List<String> owners(String words) {
        return Arrays.stream(words.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    /** With another key than it was locked with there is none any more: the relay says so. */
    private String opened(String password) {
        try {
            return vault.decrypt(password);
        } catch (VaultException e) {
            if (COMPLAINED.compareAndSet(false, true)) {
                LOG.log(Level.SEVERE, "the password of a mail server cannot be read: {0}", e.getMessage());
            }
            return "";
        }
    }
}
