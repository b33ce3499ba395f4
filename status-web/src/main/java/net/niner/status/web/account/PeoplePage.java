package net.niner.status.web.account;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import net.niner.status.account.OneTimeLink;
import net.niner.status.account.User;
import net.niner.status.account.UserRole;
import net.niner.status.account.Users;
import net.niner.status.web.platform.Feedback;
import net.niner.status.web.platform.faces.Missing;

/** Who works here: invites people, gives them roles, resets and ends their access. */
@Named
@ViewScoped
public class PeoplePage implements Serializable {

    private static final long serialVersionUID = 1;

    @Inject
    private Me me;

    @Inject
    private transient Users users;

    @Inject
    private HttpServletRequest request;

    private transient List<User> people;
    private String email;
    private String name;
    private UserRole role = UserRole.READER;
    private transient OneTimeLink link;
    private String linkFor;

    @PostConstruct
    void open() {
        if (!me.may("PEOPLE")) {
            Missing.refuse();
        }
    }

    public List<User> getPeople() {
        if (people == null) {
            people = users.all();
        }
        return people;
    }

    public UserRole[] getRoles() {
        return UserRole.values();
    }

    public void invite() {
        act(() -> show(users.invite(email, name, role), email));
        email = null;
        name = null;
        role = UserRole.READER;
    }

    public void reset(User person) {
        act(() -> show(users.reset(person.id()), person.email()));
    }

    public void change(User person, UserRole newRole) {
        act(() -> users.changeRole(person.id(), newRole, person.version()));
        Feedback.say("account.role.changed", person.name());
    }

    public void disable(User person) {
        act(() -> users.disable(person.id()));
        Feedback.say("account.disabled", person.name());
    }

    public void enable(User person) {
        act(() -> users.enable(person.id()));
        Feedback.say("account.enabled", person.name());
    }

    /** Whether it is done or refused, the people are read anew, for a refusal says that here is how they are now; a link is shown once. */
    private void act(Runnable action) {
        link = null;
        linkFor = null;
        try {
            action.run();
        } finally {
            people = null;
        }
    }

    private void show(OneTimeLink made, String person) {
        link = made;
        linkFor = person;
    }

    /** The link that was made last, complete with the address under which one came here; empty if none was. */
    public String getLink() {
        if (link == null) {
            return "";
        }
        String scheme = SecureTransport.carries(request) ? "https" : "http";
        return scheme + "://" + request.getHeader("Host") + link.path();
    }

    public Instant getLinkExpires() {
        return link == null ? null : link.expires();
    }

    public String getLinkFor() {
        return linkFor;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public UserRole getRole() {
        return role;
    }

    public void setRole(UserRole role) {
        this.role = role;
    }
}
