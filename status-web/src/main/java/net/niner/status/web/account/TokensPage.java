package net.niner.status.web.account;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.niner.status.account.ApiToken;
import net.niner.status.account.ApiTokens;
import net.niner.status.account.Permission;
import net.niner.status.web.platform.Feedback;

/** One's tokens for scripts. A token is shown once, when it is made. */
@Named
@ViewScoped
public class TokensPage implements Serializable {

    private static final long serialVersionUID = 1;

    @Inject
    private transient ApiTokens tokens;

    @Inject
    private Me me;

    private String name;
    private Permission[] permissions = {Permission.READ};
    private LocalDate expires;
    private String secret;
    private transient List<ApiToken> shown;

    /** As they were shown until something is done: a press names a row, and the row must still be the same token. */
    public List<ApiToken> getTokens() {
        if (shown == null) {
            shown = me.may("PEOPLE") ? tokens.all() : tokens.own();
        }
        return shown;
    }

    /** What one holds: nobody gives away more. */
    public Set<Permission> getOffered() {
        EnumSet<Permission> held = EnumSet.noneOf(Permission.class);
        me.who().ifPresent(who -> held.addAll(who.actor().permissions()));
        return held;
    }

    public void create() {
        secret = null;
        try {
            secret = tokens.create(
                    name, permissions.length == 0 ? Set.of() : EnumSet.copyOf(List.of(permissions)), expires);
        } finally {
            shown = null;
        }
        name = null;
        expires = null;
    }

    public void revoke(long id) {
        secret = null;
        try {
            tokens.revoke(id);
        } finally {
            shown = null;
        }
        Feedback.say("account.token.revoked");
    }

    public String getSecret() {
        return secret;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Permission[] getPermissions() {
        return permissions.clone();
    }

    public void setPermissions(Permission[] permissions) {
        this.permissions = permissions.clone();
    }

    public LocalDate getExpires() {
        return expires;
    }

    public void setExpires(LocalDate expires) {
        this.expires = expires;
    }
}
