package net.niner.status.account;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import net.niner.status.platform.Rows;
import net.niner.status.platform.Vault;
import net.niner.status.platform.VaultException;

/** Authenticators and recovery codes, for the other services of this package. */
@Stateless
public class SecondFactors {

    private static final Logger LOG = Logger.getLogger(SecondFactors.class.getName());

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Inject
    private Vault vault;

    @Inject
    private Clock clock;

    /**
     * Pairs an authenticator, and draws new recovery codes.
     *
     * @throws AccountRefused if the code is not one of that secret
     */
    public List<String> pair(long userId, String secretBase32, String code) {
        long step = proven(secretBase32, code);
        User user = em.find(User.class, userId);
        user.pair(vault.encrypt(secretBase32.replaceAll("\\s", "")));
        em.flush();
        Rows.update(dataSource, "update app_user set totp_step = ? where id = ?", step, userId);
        return newRecoveryCodes(userId);
    }

    /** @throws AccountRefused if the code is not one of that secret, or if that is none */
    public long proven(String secretBase32, String code) {
        if (secretBase32 == null || !Totp.isSecret(secretBase32)) {
            throw new AccountRefused(AccountRefusal.AUTHENTICATOR_INVALID);
        }
        OptionalLong step = Totp.step(secretBase32, typed(code), clock.instant(), 0);
        return step.orElseThrow(() -> new AccountRefused(AccountRefusal.CODE_WRONG));
    }

    public void unpair(long userId) {
        User user = em.find(User.class, userId);
        user.pair(null);
        em.flush();
        Rows.update(dataSource, "delete from recovery_code where user_id = ?", userId);
    }

    /** The old ones work no more. */
    public List<String> newRecoveryCodes(long userId) {
        List<String> codes = RecoveryCodes.draw();
        Rows.update(dataSource, "delete from recovery_code where user_id = ?", userId);
        Rows.batch(
                dataSource,
                "insert into recovery_code (user_id, code_hash) values (?, ?)",
                codes,
                (statement, code) -> {
                    statement.setLong(1, userId);
                    statement.setString(2, Digest.of(RecoveryCodes.normalised(code)));
                });
        return codes;
    }

    /** Uses up a code of the authenticator, or a recovery code. Each works once, even if two use it at the same moment. */
    public boolean redeem(long userId, String code) {
        String typed = typed(code);
        if (!Totp.isCode(typed)) {
            return Rows.update(
                            dataSource,
                            "delete from recovery_code where user_id = ? and code_hash = ?",
                            userId,
                            Digest.of(RecoveryCodes.normalised(typed)))
                    == 1;
        }
        OptionalLong step = step(userId, typed);
        return step.isPresent()
                && Rows.update(
                                dataSource,
                                "update app_user set totp_step = ? where id = ? and totp_step < ?",
                                step.getAsLong(),
                                userId,
                                step.getAsLong())
                        == 1;
    }

    /** How many recovery codes are left. */
    public int recoveryCodesLeft(long userId) {
        return Rows.query(
                        dataSource,
                        "select count(*) from recovery_code where user_id = ?",
                        row -> row.getInt(1),
                        userId)
                .get(0);
    }

    private OptionalLong step(long userId, String code) {
        User user = em.find(User.class, userId);
        if (user == null || !user.hasSecondFactor()) {
            return OptionalLong.empty();
        }
        try {
            return Totp.step(vault.decrypt(user.totpSecret()), code, clock.instant(), 0);
        } catch (VaultException e) {
            LOG.log(Level.SEVERE, "no authenticator works, only recovery codes do: {0}", e.getMessage());
            return OptionalLong.empty();
        }
    }

    private static String typed(String code) {
        return code == null ? "" : code.replaceAll("\\s", "");
    }
}
