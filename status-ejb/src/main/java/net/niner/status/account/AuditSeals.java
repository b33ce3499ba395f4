package net.niner.status.account;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import net.niner.status.platform.Migrations;
import net.niner.status.platform.Rows;
import net.niner.status.platform.Vault;

/** Holds the key of the trail, and seals the trail of a new site while it is empty. Later an unsealed trail is one that somebody made. */
@Singleton
@Startup
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditSeals {

    @EJB
    private Migrations migrations;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Inject
    private Vault vault;

    private AuditSeal seal;

    @PostConstruct
    void begin() {
        migrations.await();
        seal = new AuditSeal(vault.derive("audit"));
        Rows.update(dataSource, """
                        update audit_head set seal = ?
                        where seal is null and events = 0
                          and not exists (select 1 from audit_event) and not exists (select 1 from app_user)
                        """, seal.end(0, ""));
    }

    /** The container lets nobody ask before {@link #begin()} has ended. */
    public AuditSeal seal() {
        return seal;
    }
}
