package net.niner.status.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A person who works on the site. Accounts are disabled, never deleted: the audit trail names them. What changes with every sign-in (the last
 * one, the last step of the authenticator) is written past this entity, so that it is no change that an open page would trip over.
 */
@Entity
@Table(name = "app_user")
public class User {

    public static final int EMAIL_LENGTH = 254;
    public static final int NAME_LENGTH = 100;
    public static final Set<String> LANGUAGES = Set.of("en", "fr");

    private static final Pattern EMAIL = Pattern.compile("[^\\s@\\p{Cntrl},;:<>()\"\\\\]+@[\\p{Alnum}][\\p{Alnum}.-]*");

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "app_user_seq")
    @SequenceGenerator(name = "app_user_seq", sequenceName = "app_user_seq", allocationSize = 50)
    private Long id;

    @Column(nullable = false, unique = true, length = EMAIL_LENGTH)
    private String email;

    @Column(nullable = false, length = NAME_LENGTH)
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private UserRole role;

    private String language;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private UserState state = UserState.INVITED;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "totp_secret")
    private String totpSecret;

    @Column(name = "totp_step", nullable = false, updatable = false)
    private long totpStep;

    @Column(name = "created_at", nullable = false, updatable = false)
    private OffsetDateTime createdAt;

    @Column(name = "last_sign_in_at", insertable = false, updatable = false)
    private OffsetDateTime lastSignInAt;

    @Version
    private int version;

    protected User() {}

    /** Invited, until they choose a password. */
    User(String email, String name, UserRole role, Instant now) {
        this.email = validEmail(email);
        this.role = Objects.requireNonNull(role);
        this.createdAt = now.atOffset(ZoneOffset.UTC);
        rename(name);
    }

    /** In lower case and without space around it, as it is stored and looked up. */
    static String normalised(String email) {
        return email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
    }

    /** @throws AccountRefused if it is no address */
    static String validEmail(String email) {
        String normalised = normalised(email);
        if (normalised.length() > EMAIL_LENGTH || !EMAIL.matcher(normalised).matches()) {
            throw new AccountRefused(AccountRefusal.EMAIL_INVALID);
        }
        return normalised;
    }

    final void rename(String newName) {
        String stripped = newName == null ? "" : newName.strip();
        if (stripped.isEmpty()
                || stripped.length() > NAME_LENGTH
                || stripped.codePoints().anyMatch(Character::isISOControl)) {
            throw new AccountRefused(AccountRefusal.NAME_INVALID);
        }
        this.name = stripped;
    }

    /** @param newLanguage {@code en}, {@code fr}, or nothing for whatever the browser asks for */
    void speak(String newLanguage) {
        if (newLanguage != null && !newLanguage.isEmpty() && !LANGUAGES.contains(newLanguage)) {
            throw new AccountRefused(AccountRefusal.LANGUAGE_INVALID);
        }
        this.language = newLanguage == null || newLanguage.isEmpty() ? null : newLanguage;
    }

    void become(UserRole newRole) {
        this.role = Objects.requireNonNull(newRole);
    }

    /** Takes a password; whoever was invited has come. */
    void protectWith(String newHash) {
        this.passwordHash = Objects.requireNonNull(newHash);
        if (state == UserState.INVITED) {
            state = UserState.ACTIVE;
        }
    }

    /** @param encryptedSecret of the authenticator, null for none */
    void pair(String encryptedSecret) {
        this.totpSecret = encryptedSecret;
    }

    void disable() {
        this.state = UserState.DISABLED;
    }

    void enable() {
        if (state == UserState.DISABLED) {
            state = passwordHash == null ? UserState.INVITED : UserState.ACTIVE;
        }
    }

    public Long id() {
        return id;
    }

    public String email() {
        return email;
    }

    public String name() {
        return name;
    }

    public UserRole role() {
        return role;
    }

    /** Null for whatever the browser asks for. */
    public String language() {
        return language;
    }

    public UserState state() {
        return state;
    }

    public boolean isActive() {
        return state == UserState.ACTIVE;
    }

    public boolean hasSecondFactor() {
        return totpSecret != null;
    }

    /** Null if never. */
    public Instant lastSignInAt() {
        return lastSignInAt == null ? null : lastSignInAt.toInstant();
    }

    public int version() {
        return version;
    }

    String passwordHash() {
        return passwordHash;
    }

    String totpSecret() {
        return totpSecret;
    }

    /** This person, doing something from there. */
    Actor actor(String address) {
        return new Actor(id, email, address, role.permissions());
    }
}
