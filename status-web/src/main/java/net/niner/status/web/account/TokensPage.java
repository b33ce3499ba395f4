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

    public List<ApiToken> getTokens() {
        return me.may("PEOPLE") ? tokens.all() : tokens.own();
    }

    /** What one holds: nobody gives away more. */
    public Set<Permission> getOffered() {
        EnumSet<Permission> held = EnumSet.noneOf(Permission.class);
        me.who().ifPresent(who -> held.addAll(who.actor().permissions()));
        return held;
    }

    public void create() {
        secret =
                tokens.create(name, permissions.length == 0 ? Set.of() : EnumSet.copyOf(List.of(permissions)), expires);
        name = null;
        expires = null;
    }

    public void revoke(long id) {
        tokens.revoke(id);
        secret = null;
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
